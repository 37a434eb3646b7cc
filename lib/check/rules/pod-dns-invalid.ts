import { type Located } from '../../manifests/field-value';
import { fieldOf, isList, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

const MAX_NAMESERVERS = 3;
const MAX_SEARCHES = 32;

export const podDnsInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'POD_DNS_INVALID',
  severity: Severity.ERROR,
  title: 'a pod has at most three name servers, and at least one where dnsPolicy is None',
  fix: 'set dnsConfig.nameservers, or leave dnsPolicy out to use the DNS of the cluster',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const pods = set.typed
      .ofType('PodSpec')
      .filter(
        ({ value }) => textOf(value, 'dnsPolicy') === 'None' || fieldOf(value, 'dnsConfig') !== undefined,
      );
    return pods.length === 0 ? NOT_APPLICABLE : pods.flatMap(dnsFaults);
  },
};

function dnsFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const config = fieldOf(value, 'dnsConfig');
  const servers = countOf(fieldOf(config, 'nameservers'));
  const least = textOf(value, 'dnsPolicy') === 'None' ? 1 : 0;
  const isRight = servers >= least && servers <= MAX_NAMESERVERS;
  return [
    ...faultAt(
      [...path, 'dnsConfig', 'nameservers'],
      isRight ? undefined : `must have ${least} to ${MAX_NAMESERVERS} addresses`,
    ),
    ...faultAt(
      [...path, 'dnsConfig', 'searches'],
      countOf(fieldOf(config, 'searches')) > MAX_SEARCHES
        ? `must have at most ${MAX_SEARCHES} domains`
        : undefined,
    ),
  ];
}

function countOf(list: JsonValue | undefined): number {
  return isList(list) ? list.length : 0;
}
