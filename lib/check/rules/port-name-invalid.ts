import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { containerPortNameProblem, dnsLabelProblem, type NameRule } from '../../kubernetes/name-rules';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

/** The fields that hold the name of a port. Empty text stands for none where a port may be left out. */
const NAMES: readonly (readonly [type: string, field: string, rule: NameRule, isOptional: boolean])[] = [
  ['ContainerPort', 'name', containerPortNameProblem, true],
  ['HTTPGetAction', 'port', containerPortNameProblem, false],
  ['ServicePort', 'name', dnsLabelProblem, true],
  ['ServicePort', 'targetPort', containerPortNameProblem, true],
  ['TCPSocketAction', 'port', containerPortNameProblem, false],
];

export const portNameInvalid: Rule<JudgedKind.STATEFUL_SET | JudgedKind.SERVICE> = {
  code: 'PORT_NAME_INVALID',
  severity: Severity.ERROR,
  title:
    'the name of a container port is an IANA service name of at most 15 characters, and the name of a Service port is a DNS label',
  why: 'the API server rejects other names; a number in quotes is a name',
  fix: 'use at most 15 lower case letters, digits and hyphens, with at least one letter; write port numbers without quotes',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.SERVICE],
  check: (object) =>
    judgeEach(
      NAMES.flatMap(([type, field, rule, isOptional]) =>
        object.typed.valuesOf(type, field).map((found) => ({ ...found, rule, isOptional })),
      ),
      ({ path, value, rule, isOptional }) =>
        typeof value !== 'string' || (value === '' && isOptional) ? [] : faultAt(path, rule(value), value),
    ),
};
