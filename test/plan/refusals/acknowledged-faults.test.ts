import { type JsonObject } from '../../../lib/manifests/json';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { Effect } from '../../../lib/plan/policy/effect';
import { claimTemplate, planOf, set } from '../manifests';

const acknowledging = (code: string): JsonObject => ({
  annotations: { [`cdk8s-stateful/acknowledge.${code}`]: 'we know' },
});
const PULLING = { containers: [{ name: 'web', image: 'nginx:1.27', imagePullPolicy: 'Sometimes' }] };
const LARGER = { volumeClaimTemplates: [claimTemplate('data', '20Gi')] };

describe('an acknowledgement, which no API server reads,', () => {
  test('does not let an update through that the API server rejects', () => {
    const metadata = acknowledging('VALUE_NOT_ALLOWED');
    const { effect } = planOf([set({}, {}, metadata)], [set({}, PULLING, metadata)], {
      version: KubernetesVersion.V1_34,
    });
    expect(effect).toBe(Effect.REJECTED);
  });

  test('neither stands in the way of a migration procedure nor gives one to a manifest with faults', () => {
    const metadata = acknowledging('CLAIM_UNMOUNTED');
    expect(planOf([set({}, {}, metadata)], [set(LARGER, {}, metadata)]).migration).toBeDefined();
    const hidden = acknowledging('VALUE_NOT_ALLOWED');
    expect(planOf([set({}, {}, hidden)], [set(LARGER, PULLING, hidden)]).migration).toBeUndefined();
  });
});
