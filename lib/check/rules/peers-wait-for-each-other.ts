import { JudgedKind } from '../../manifests/facts';
import { valueAt } from '../../manifests/field-path';
import { fieldOf, isList, type JsonObject, textOf } from '../../manifests/json';
import { itemsAt, type Located } from '../../manifests/field-value';
import { type Manifest } from '../../manifests/manifest';
import { firstOrdinalOf, isOrdered, replicasOf, serviceNameOf } from '../../manifests/stateful-set';
import { objectsOfType } from '../../manifests/typed-objects';
import { podName } from '../../kubernetes/names';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const peersWaitForEachOther: Rule = {
  code: 'PEERS_WAIT_FOR_EACH_OTHER',
  severity: Severity.WARNING,
  title: 'pods that look for their peers before they are ready can resolve their names',
  why: 'pods are created in order, each when the one before is ready: a pod that becomes ready only with its peers waits for ever',
  fix: 'set podManagementPolicy to Parallel (or list only the first pods, where these suffice as seeds), and set publishNotReadyAddresses to true on the headless Service',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts, version }) => {
    const serviceName = serviceNameOf(set);
    if (serviceName === undefined || set.name === undefined) {
      return NOT_APPLICABLE;
    }
    const containers = objectsOfType(set, version, 'Container')
      .filter(({ value }) => fieldOf(value, 'readinessProbe') !== undefined)
      .map((container) => ({ container, named: peersNamedBy(container, set, serviceName.value) }))
      .filter(({ named }) => named.some((ordinal) => ordinal > firstOrdinalOf(set)));
    if (containers.length === 0) {
      return NOT_APPLICABLE;
    }
    const service = facts.find(JudgedKind.SERVICE, set.namespace, serviceName.value);
    const publishes =
      service === undefined || valueAt(service.content, ['spec', 'publishNotReadyAddresses']) === true;
    const waiting = containers.find(({ named }) => !publishes || (isOrdered(set) && !areSeeds(named, set)));
    return waiting === undefined ? [] : [faultOf(waiting, set)];
  },
};

interface NamingContainer {
  readonly container: Located<JsonObject>;
  /** The ordinals of the pods that it names, ascending. */
  readonly named: readonly number[];
}

function faultOf({ container, named }: NamingContainer, set: Manifest): Fault {
  const later = podName(set.name ?? '', named.find((ordinal) => ordinal > firstOrdinalOf(set)) ?? 0);
  const path = [...container.path, 'readinessProbe'];
  if (!isOrdered(set)) {
    return { path, problem: `makes pods wait for ${later}, whose name is not published before it is ready` };
  }
  return areSeeds(named, set)
    ? {
        path,
        problem: 'makes the first pod wait for seeds, whose names are not published before they are ready',
        fix: 'set publishNotReadyAddresses to true on the headless Service: the first seed can then resolve its own name',
      }
    : { path, problem: `makes the first pods wait for ${later}, which is not created before they are ready` };
}

/**
 * Whether a list of pods is one of seeds, any of which will do: it leaves out some of the pods, so these join by the
 * others; and the first pod is on it, which finds itself. A list of all pods may be one of members that wait for most.
 */
function areSeeds(named: readonly number[], set: Manifest): boolean {
  return named.length < (replicasOf(set) ?? 1) && named[0] === firstOrdinalOf(set);
}

/** The ordinals of the set's pods that a container names, ascending; none where it does not name the Service. */
function peersNamedBy(container: Located<JsonObject>, set: Manifest, serviceName: string): readonly number[] {
  const text = textsOf(container).join('\n');
  if (!text.includes(`.${serviceName}`)) {
    return [];
  }
  const first = firstOrdinalOf(set);
  const end = first + (replicasOf(set) ?? 1);
  const prefix = `${set.name ?? ''}-`;
  const ordinals = text
    .split(/[^a-z0-9-]+/)
    .filter((word) => word.startsWith(prefix) && /^(0|[1-9]\d*)$/.test(word.slice(prefix.length)))
    .map((word) => Number(word.slice(prefix.length)))
    .filter((ordinal) => ordinal >= first && ordinal < end);
  return [...new Set(ordinals)].sort((a, b) => a - b);
}

/** What a container is started with: peers are given as text. */
function textsOf(container: Located<JsonObject>): readonly string[] {
  const lists = ['command', 'args'].flatMap((field) => fieldOf(container.value, field) ?? []);
  const words = lists.flatMap((list) => (isList(list) ? list : [list]));
  const variables = itemsAt(container, 'env').map(({ value }) => textOf(value, 'value'));
  return [...words, ...variables].filter((text) => typeof text === 'string');
}
