import { RuleSet } from '../../../lib/check/rule-set';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { type JsonObject } from '../../../lib/manifests/json';
import { ApplyMode } from '../../../lib/plan/apply-mode';
import { type ObjectPair, pairObjects } from '../../../lib/plan/differences/object-pair';
import { UpdateFaults } from '../../../lib/plan/refusals/update-faults';
import { manifests, NEW_IMAGE, set } from '../manifests';

const VERSION = KubernetesVersion.V1_34;
const PULLING = { containers: [{ name: 'web', image: 'nginx:1.27', imagePullPolicy: 'Sometimes' }] };
const TWICE_AT_FAULT = { containers: [{ name: 'web', image: 'nginx:1.28', imagePullPolicy: 'Sometimes' }] };

function pairOf(old: JsonObject, wanted: JsonObject): ObjectPair {
  const apply = { mode: ApplyMode.CLIENT, isForced: false };
  return pairObjects(manifests(old), manifests(wanted), { version: VERSION, apply })[0];
}

const codesOf = (faults: ReturnType<UpdateFaults['addedIn']>): string[] =>
  faults.map(({ rule }) => rule.code);

describe('the faults of an update', () => {
  test('are those that the object did not have before', () => {
    const faults = new UpdateFaults(VERSION);
    expect(codesOf(faults.addedIn(pairOf(set(), set({}, PULLING))))).toEqual(['VALUE_NOT_ALLOWED']);
    expect(faults.addedIn(pairOf(set({}, PULLING), set({}, TWICE_AT_FAULT)))).toEqual([]);
    expect(faults.addedIn(pairOf(set(), set({}, NEW_IMAGE)))).toEqual([]);
  });

  test('are met in the manifest where the object that is stored no longer shows them', () => {
    const faults = new UpdateFaults(VERSION);
    const pair = pairOf(set({ replica: 3 }), set({ replica: 3 }));
    expect(codesOf(faults.metIn(pair))).toEqual(['UNKNOWN_FIELD']);
    expect(faults.addedIn(pair)).toEqual([]);
  });

  test('of a template are those of its pods before Kubernetes 1.34', () => {
    const pair = pairOf(set(), set({}, PULLING));
    expect(new UpdateFaults(KubernetesVersion.V1_33).addedIn(pair)).toEqual([]);
  });

  test('are looked for in each object once', () => {
    const judging = jest.spyOn(RuleSet.prototype, 'findingsByObject');
    const faults = new UpdateFaults(VERSION);
    const pair = pairOf(set(), set({}, NEW_IMAGE));
    const [first] = [faults.storedIn(pair), faults.storedIn(pair), faults.addedIn(pair)];
    expect(first.flat()).toEqual([]);
    expect(judging).toHaveBeenCalledTimes(1);
    judging.mockRestore();
  });
});
