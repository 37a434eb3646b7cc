import { KubernetesVersion, parseRelease } from '../../../lib/kubernetes/kubernetes-version';
import { type JsonObject } from '../../../lib/manifests/json';
import { ApplyMode } from '../../../lib/plan/apply-mode';
import { clusterUpgrade, type ClusterUpgrade } from '../../../lib/plan/cluster-upgrade/cluster-upgrade';
import { Effect } from '../../../lib/plan/policy/effect';
import { clusterUpgradeJson } from '../../../lib/plan/report/cluster-upgrade-json';
import { clusterUpgradeMarkdown, clusterUpgradeText } from '../../../lib/plan/report/cluster-upgrade-text';
import { manifests, set } from '../manifests';

const FALLBACK = { version: KubernetesVersion.V1_28 };
const maxUnavailable = (value: number): JsonObject => ({
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: value } },
});

function upgraded(object: JsonObject, from: string, to: string): ClusterUpgrade {
  return clusterUpgrade({
    manifests: manifests(object),
    from: parseRelease(from) ?? FALLBACK,
    to: parseRelease(to) ?? FALLBACK,
  });
}

function codes({ changes }: ClusterUpgrade): readonly string[] {
  return changes.map(({ moment, effect, cause }) => `${moment} ${effect} ${cause.code}`);
}

test('a set that no version treats otherwise stays as it is', () => {
  const upgrade = upgraded(set(), '1.28.15', '1.37.0');
  expect(upgrade.changes).toEqual([]);
  expect(upgrade.effect).toBe(Effect.NONE);
  expect(clusterUpgradeText(clusterUpgradeJson(upgrade))).toContain(
    'from Kubernetes 1.28.15 to 1.37.0, nothing is known to become otherwise',
  );
});

test.each([
  ['1.33.5', '1.34.0', ['upgrade rolling-restart REVISION_MADE_ANEW']],
  ['1.33.5', '1.34.1', ['upgrade rolling-restart REVISION_MADE_ANEW']],
  ['1.33.5', '1.34.2', []],
  ['1.33.5', '1.34', []],
  ['1.34.0', '1.34.1', []],
])('from %s to %s pods restart only where the controller makes other revisions', (from, to, expected) => {
  expect(codes(upgraded(set(), from, to))).toEqual(expected);
});

test('with OnDelete another revision restarts nothing by itself', () => {
  const upgrade = upgraded(set({ updateStrategy: { type: 'OnDelete' } }), '1.33.5', '1.34.0');
  expect(codes(upgrade)).toEqual(['upgrade none REVISION_MADE_ANEW']);
});

test.each([
  ['1.34.4', '1.35.2', ['next-apply in-place MAX_UNAVAILABLE_HONOURED']],
  ['1.34.4', '1.35.4', []],
  ['1.35.2', '1.36.0', ['upgrade in-place MAX_UNAVAILABLE_IGNORED']],
  ['1.35.2', '1.37.0', []],
  ['1.36.0', '1.37.0', ['next-apply in-place MAX_UNAVAILABLE_HONOURED']],
])('from %s to %s maxUnavailable begins or ceases to count', (from, to, expected) => {
  expect(codes(upgraded(set(maxUnavailable(2)), from, to))).toEqual(expected);
});

test('the first patches of 1.35 do not replace broken pods of a parallel set', () => {
  const upgrade = upgraded(set({ podManagementPolicy: 'Parallel' }), '1.34.4', '1.35.2');
  expect(codes(upgrade)).toEqual(['upgrade none UNREADY_PODS_BLOCK']);
});

test('a field that is kept from now on restarts pods at the next apply', () => {
  const upgrade = upgraded(set({}, { hostUsers: false }), '1.31.4', '1.34.4');
  expect(codes(upgrade)).toEqual(['next-apply rolling-restart TEMPLATE_RESTARTS']);
  expect(upgrade.effect).toBe(Effect.ROLLING_RESTART);
});

test('the reports say when something happens, of which versions, and how manifests are applied', () => {
  const wrong = set({ serviceName: 'Not_A', ...maxUnavailable(0) });
  const json = clusterUpgradeJson({
    ...upgraded(wrong, '1.32', '1.37.0'),
    apply: { mode: ApplyMode.SERVER, isForced: false },
  });
  expect(json).toMatchObject({
    version: 1,
    kubernetesVersion: '1.32',
    toKubernetesVersion: '1.37.0',
    applyMode: 'server',
    effect: 'rejected',
  });
  const moments = json.changes.map(({ moment, code }) => `${moment} ${code}`);
  expect(moments).toEqual(
    expect.arrayContaining(['next-apply MAX_UNAVAILABLE_INVALID', 'creation SERVICE_NAME_FIELD_INVALID']),
  );
  for (const report of [clusterUpgradeText(json), clusterUpgradeMarkdown(json)]) {
    expect(report).toContain('With the next kubectl apply --server-side of the same manifests');
    expect(report).toContain('Where an object is recreated');
    expect(report).toContain('from Kubernetes 1.32 to 1.37.0');
    expect(report).toContain('applied by kubectl apply --server-side');
  }
});
