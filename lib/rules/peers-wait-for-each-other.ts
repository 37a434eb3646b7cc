import { JudgedKind } from '../facts/facts';
import { valueAt } from '../facts/field-path';
import { fieldOf, isList, type JsonObject, textOf } from '../facts/json';
import { itemsAt, type Located } from '../facts/located';
import { type Manifest } from '../facts/manifest';
import { isOrdered, replicasOf, serviceNameOf } from '../facts/stateful-set';
import { objectsOfType } from '../facts/typed-objects';
import { podName } from '../kubernetes/names';
import { NOT_APPLICABLE, type Rule, Severity } from './rule';

export const peersWaitForEachOther: Rule = {
  code: 'PEERS_WAIT_FOR_EACH_OTHER',
  severity: Severity.WARNING,
  title: 'pods that look for peers before they are ready find their names',
  why: 'pods are created in order, each when the one before is ready; a pod that becomes ready with its peers alone waits for ever',
  fix: 'set podManagementPolicy to Parallel, and publishNotReadyAddresses to true on the headless Service',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts, version }) => {
    const serviceName = serviceNameOf(set);
    const containers = objectsOfType(set, version, 'Container').filter(
      ({ value }) => fieldOf(value, 'readinessProbe') !== undefined,
    );
    const later = laterPeersOf(set);
    if (serviceName === undefined || containers.length === 0 || later.length === 0) {
      return NOT_APPLICABLE;
    }
    const container = containers.find((one) => {
      const text = textsOf(one).join('\n');
      return text.includes(`.${serviceName.value}`) && later.some((peer) => namesPeer(text, peer));
    });
    if (container === undefined) {
      return NOT_APPLICABLE;
    }
    const service = facts.find(JudgedKind.SERVICE, set.namespace, serviceName.value);
    const publishes =
      service === undefined || valueAt(service.content, ['spec', 'publishNotReadyAddresses']) === true;
    if (!isOrdered(set) && publishes) {
      return [];
    }
    return [
      {
        path: [...container.path, 'readinessProbe'],
        problem: isOrdered(set)
          ? `makes the first pods wait for ${later[0]}, which is not created before they are ready`
          : `makes pods wait for ${later[0]}, whose name is not published before it is ready`,
      },
    ];
  },
};

/** The pods that come after the first one, as far as their number is written. */
function laterPeersOf(set: Manifest): readonly string[] {
  const count = Math.min(replicasOf(set) ?? 1, 10);
  const { name } = set;
  return name === undefined || count < 2
    ? []
    : Array.from({ length: count - 1 }, (_, index) => podName(name, index + 1));
}

/** What a container is started with: peers are given as text. */
function textsOf(container: Located<JsonObject>): readonly string[] {
  const lists = ['command', 'args'].flatMap((field) => fieldOf(container.value, field) ?? []);
  const words = lists.flatMap((list) => (isList(list) ? list : [list]));
  const variables = itemsAt(container, 'env').map(({ value }) => textOf(value, 'value'));
  return [...words, ...variables].filter((text) => typeof text === 'string');
}

function namesPeer(text: string, peer: string): boolean {
  return text.split(/[^a-z0-9-]+/).includes(peer);
}
