import { itemsAt, type Located, repeatedBy } from '../../manifests/field-value';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const volumeDeviceInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'VOLUME_DEVICE_INVALID',
  severity: Severity.ERROR,
  title: 'each block device names a claim that the container uses once and does not also mount',
  fix: 'name a claim template with volumeMode: Block, and give each device a path of its own',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const claims = new Set([
      ...set.claimTemplates.map(({ name }) => name),
      ...set.typed
        .ofType('Volume')
        .filter(({ value }) => ['persistentVolumeClaim', 'ephemeral'].some((field) => fieldOf(value, field)))
        .map(({ value }) => textOf(value, 'name')),
    ]);
    return judgeEach(
      set.typed.ofType('Container').filter((container) => itemsAt(container, 'volumeDevices').length > 0),
      (container) => deviceFaults(container, claims),
    );
  },
};

function deviceFaults(
  container: Located<JsonObject>,
  claims: ReadonlySet<string | undefined>,
): readonly Fault[] {
  const devices = itemsAt(container, 'volumeDevices');
  const mounts = itemsAt(container, 'volumeMounts').map(({ value }) => value);
  const named = (field: string, mountField: string, problem: string) => {
    const mounted = new Set(mounts.map((mount) => textOf(mount, mountField)));
    return devices
      .filter(({ value }) => {
        const text = textOf(value, field) ?? '';
        return text !== '' && mounted.has(text);
      })
      .map((device) => fault(device, field, problem));
  };
  return [
    ...devices
      .filter(({ value }) => (textOf(value, 'name') ?? '') !== '' && !claims.has(textOf(value, 'name')))
      .map((device) => fault(device, 'name', 'names no claim and no claim template')),
    ...repeatedBy(devices, ({ value }) => textOf(value, 'name')).map((device) =>
      fault(device, 'name', 'is used twice'),
    ),
    ...repeatedBy(devices, ({ value }) => textOf(value, 'devicePath')).map((device) =>
      fault(device, 'devicePath', 'is used twice'),
    ),
    ...named('name', 'name', 'is also mounted by the container'),
    ...named('devicePath', 'mountPath', 'is also a mount path of the container'),
  ];
}

function fault({ path, value }: Located<JsonObject>, field: string, problem: string): Fault {
  return { path: [...path, field], problem, value: textOf(value, field) };
}
