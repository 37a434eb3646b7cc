import { itemsAt, type Located } from '../../manifests/field-value';
import { fieldOf, isList, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type SetView } from '../../manifests/views/set-view';
import { podName } from '../../kubernetes/names';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const peersWaitForEachOther: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'PEERS_WAIT_FOR_EACH_OTHER',
  severity: Severity.WARNING,
  title: 'pods that look for their peers before they are ready can resolve their names',
  why: 'pods are created in order, each when the one before is ready: a pod that becomes ready only with its peers waits for ever',
  fix: 'set podManagementPolicy to Parallel (or list only the first pods, where these suffice as seeds), and set publishNotReadyAddresses to true on the headless Service',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, facts) => {
    const { serviceName } = set;
    if (serviceName === undefined || set.manifest.name === undefined) {
      return NOT_APPLICABLE;
    }
    const containers = set.typed
      .ofType('Container')
      .filter(({ value }) => fieldOf(value, 'readinessProbe') !== undefined)
      .map((container) => ({ container, named: peersNamedBy(container, set, serviceName) }))
      .filter(({ named }) => named.some((ordinal) => ordinal > set.firstOrdinal));
    if (containers.length === 0) {
      return NOT_APPLICABLE;
    }
    const publishes = facts.governingServiceOf(set)?.publishesNotReadyAddresses ?? true;
    const waiting = containers.find(({ named }) => !publishes || (set.isOrdered && !areSeeds(named, set)));
    return waiting === undefined ? [] : [faultOf(waiting, set)];
  },
};

interface NamingContainer {
  readonly container: Located<JsonObject>;
  /** The ordinals of the pods that it names, ascending. */
  readonly named: readonly number[];
}

function faultOf({ container, named }: NamingContainer, set: SetView): Fault {
  const later = podName(set.name, named.find((ordinal) => ordinal > set.firstOrdinal) ?? 0);
  const path = [...container.path, 'readinessProbe'];
  if (!set.isOrdered) {
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
function areSeeds(named: readonly number[], set: SetView): boolean {
  return named.length < set.replicas && named[0] === set.firstOrdinal;
}

/** The ordinals of the set's pods that a container names, ascending; none where it does not name the Service. */
function peersNamedBy(container: Located<JsonObject>, set: SetView, serviceName: string): readonly number[] {
  const text = textsOf(container).join('\n');
  if (!text.includes(`.${serviceName}`)) {
    return [];
  }
  const first = set.firstOrdinal;
  const end = first + set.replicas;
  const prefix = `${set.name}-`;
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
