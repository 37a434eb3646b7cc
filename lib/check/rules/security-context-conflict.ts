import { type Located } from '../../manifests/field-value';
import { fieldOf, isList, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

export const securityContextConflict: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SECURITY_CONTEXT_CONFLICT',
  severity: Severity.ERROR,
  title: 'the fields of a security context do not contradict each other',
  fix: 'remove one of the fields',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      [
        ...set.typed.ofType('SecurityContext'),
        ...set.typed.ofType('SeccompProfile', 'AppArmorProfile').map((profile) => ({
          ...profile,
          isProfile: true,
        })),
      ],
      (one) => ('isProfile' in one ? profileFaults(one) : escalationFaults(one)),
    ),
};

function escalationFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  if (fieldOf(value, 'allowPrivilegeEscalation') !== false) {
    return [];
  }
  const added = fieldOf(fieldOf(value, 'capabilities'), 'add');
  const at = [...path, 'allowPrivilegeEscalation'];
  return [
    ...faultAt(
      at,
      fieldOf(value, 'privileged') === true ? 'must not be false for a privileged container' : undefined,
    ),
    ...faultAt(
      at,
      isList(added) && added.includes('CAP_SYS_ADMIN')
        ? 'must not be false with the capability CAP_SYS_ADMIN'
        : undefined,
    ),
  ];
}

function profileFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const isLocal = textOf(value, 'type') === 'Localhost';
  const profile = fieldOf(value, 'localhostProfile');
  // An empty name is none for AppArmor alone.
  const isGiven = profile !== undefined && !(isLocal && profile === '' && path.at(-1) === 'appArmorProfile');
  return faultAt(
    [...path, 'localhostProfile'],
    isLocal === isGiven
      ? undefined
      : isLocal
        ? 'must be given with Localhost'
        : 'must not be given without Localhost',
  );
}
