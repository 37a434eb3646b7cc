import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubernetesVersion, parseKubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { withoutAbsentValues } from '../../../lib/manifests/defaults/absent-values';
import { type JsonObject } from '../../../lib/manifests/json';
import { manifestOf } from '../../../lib/manifests/manifest';
import { ApplyMode } from '../../../lib/plan/apply-mode';
import { pairObjects } from '../../../lib/plan/differences/object-pair';
import { Effect } from '../../../lib/plan/policy/effect';
import { plan } from '../../../lib/plan/plan';

interface Entry {
  readonly title: string;
  /** How the object was made: only what was made by manifests alone can be planned from them. */
  readonly applied: string;
  readonly old: JsonObject;
  readonly others: readonly unknown[];
  readonly wanted: JsonObject;
  readonly isForced?: boolean;
  readonly fieldManager?: string;
  readonly answers: Readonly<
    Record<string, { readonly live: JsonObject; readonly refused?: string; readonly stored?: JsonObject }>
  >;
}

const ENTRIES = JSON.parse(
  readFileSync(join(__dirname, 'recorded', 'server-side-apply.json'), 'utf8'),
) as readonly Entry[];
const CASES = ENTRIES.flatMap((entry) =>
  Object.keys(entry.answers).map((version): [string, string, Entry] => [entry.title, version, entry]),
);

function versionOf(text: string): KubernetesVersion {
  return parseKubernetesVersion(text) ?? KubernetesVersion.V1_28;
}

/** What the API server says first; where it is about the object, only that it is. */
function essenceOf(message: string): string {
  const plain = message.replace(/^Error from server: /, '');
  return plain.startsWith('The ') ? plain.slice(0, plain.indexOf(' is invalid')) : plain;
}

function inputOf({ old, wanted, isForced = false, fieldManager }: Entry, live?: JsonObject) {
  return {
    old: [manifestOf(live ?? old)],
    new: [manifestOf(wanted)],
    apply: { mode: ApplyMode.SERVER, isForced, ...(fieldManager === undefined ? {} : { fieldManager }) },
  };
}

test('there are answers of the oldest recorded version and the newest one', () => {
  expect(ENTRIES.length).toBeGreaterThan(40);
  expect(ENTRIES.every(({ answers }) => '1.31' in answers && '1.37' in answers)).toBe(true);
});

test.each(CASES)('%s, on Kubernetes %s: the object of the cluster', (_, key, entry) => {
  const version = versionOf(key);
  const { live, refused, stored } = entry.answers[key];
  const input = inputOf(entry, live);
  const { effect, rejections } = plan({ ...input, version });
  expect(effect === Effect.REJECTED).toBe(refused !== undefined);
  if (refused !== undefined) {
    expect(rejections.map(({ message }) => essenceOf(message)).concat('')[0]).toBe(
      essenceOf(refused).startsWith('The ') && rejections.length === 0 ? '' : essenceOf(refused),
    );
    return;
  }
  const [pair] = pairObjects(input.old, input.new, { version, apply: input.apply });
  // Before 1.34 templates have a creationTimestamp that is null.
  expect(pair.after?.spec).toEqual(withoutAbsentValues({ ...live, spec: stored ?? null }).spec);
});

test.each(CASES.filter(([, , { applied, others }]) => applied === 'server-side' && others.length === 0))(
  '%s, on Kubernetes %s: the manifests alone',
  (_, key, entry) => {
    const { refused } = entry.answers[key];
    const { effect } = plan({ ...inputOf(entry), version: versionOf(key) });
    expect(effect === Effect.REJECTED).toBe(refused !== undefined);
  },
);
