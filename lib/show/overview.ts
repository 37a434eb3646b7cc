import { defaulted } from '../manifests/defaults/defaulted';
import { Facts } from '../manifests/facts';
import { groupedBy } from '../manifests/grouped';
import { JudgedKind, judgedKindOf } from '../manifests/judged-kind';
import { fieldOf, isList, type JsonValue } from '../manifests/json';
import { valueAt } from '../manifests/field-path';
import { type Manifest, objectText } from '../manifests/manifest';
import { type ServiceView } from '../manifests/views/service-view';
import { podClaimNames, type SetView, setOrdinals } from '../manifests/views/set-view';
import { DEFAULT_KUBERNETES_VERSION, type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { podDnsName, podName } from '../kubernetes/names';
import { binaryQuantityOf, canonicalQuantity, nanoOf, sumInNano } from '../kubernetes/quantity';
import { paceText } from '../plan/report/pace-text';
import { setRolloutOf } from '../plan/rollout/set-rollout';
import { LiveObjects } from '../manifests/live/live-set';
import { type LiveContext, type LiveOverview, liveOverviewOf } from './live-overview';
import { type ServiceOverview, servicesOf } from './service-overview';

/** What sets will look like once they run. */
export interface Overview {
  readonly kubernetesVersion: KubernetesVersion;
  /** By namespace and name. */
  readonly sets: readonly SetOverview[];
}

/** One set. */
export interface SetOverview {
  /** The set in words: `StatefulSet prod/web`. */
  readonly object: string;
  readonly name: string;
  readonly namespace: string;
  /** How many pods there are; the list may end earlier. */
  readonly replicas: number;
  /** In the order in which they are created; of very many the first ones. */
  readonly pods: readonly PodOverview[];
  /** The pod that is created last; undefined where there is none. */
  readonly lastPod?: PodOverview;
  /** Whether there are more pods than `pods` names. */
  readonly arePodsShortened: boolean;
  readonly services: readonly ServiceOverview[];
  /** Whether each pod waits for the one before it. */
  readonly isOrdered: boolean;
  readonly update: UpdateOverview;
  readonly totals: TotalsOverview;
  /** How the set is in the cluster; undefined where the input does not have its pods. */
  readonly live?: LiveOverview;
}

/** One pod. */
export interface PodOverview {
  readonly name: string;
  /** Its name inside the cluster; undefined where no headless Service governs the set. */
  readonly dnsName?: string;
  readonly claims: readonly ClaimOverview[];
}

/** A claim of a pod. */
export interface ClaimOverview {
  readonly name: string;
  readonly storage?: string;
}

/** What happens when the pod template changes. */
export interface UpdateOverview {
  /** The pods in the order in which they are replaced; of very many the first ones. */
  readonly pods: readonly string[];
  /** How many pods are replaced. */
  readonly podCount: number;
  /** The pod that is replaced last; undefined where none is. */
  readonly lastPod?: string;
  /** How they follow each other, in words. */
  readonly pace: string;
}

/** What all pods ask for together. */
export interface TotalsOverview {
  /** Undefined where there are no claims. */
  readonly storage?: string;
  /** By resource, such as cpu. */
  readonly requests: Readonly<Record<string, string>>;
}

/** Options of an overview. */
export interface OverviewOptions {
  readonly version?: KubernetesVersion;
  /** The namespace of objects that name none: `default` where it is absent. */
  readonly namespace?: string;
  /** When objects of a cluster were read, in milliseconds; undefined where nobody says. */
  readonly now?: number;
}

/** What the sets among the manifests will look like. Pure; never throws on what it is given. */
export function overviewOf(manifests: readonly Manifest[], options: OverviewOptions = {}): Overview {
  const { version = DEFAULT_KUBERNETES_VERSION, namespace = 'default', now } = options;
  const placed = manifests.map((manifest) => ({ ...manifest, namespace: manifest.namespace ?? namespace }));
  const stored = placed
    .filter((manifest) => judgedKindOf(manifest) !== undefined)
    .map((manifest) => ({ ...manifest, content: defaulted(manifest.content, version) }));
  const facts = new Facts(stored, version);
  const services = groupedBy(facts.ofKind(JudgedKind.SERVICE), (service) => service.namespace);
  const context: LiveContext = { objects: new LiveObjects(placed), all: placed, version, now };
  return {
    kubernetesVersion: version,
    sets: facts
      .ofKind(JudgedKind.STATEFUL_SET)
      .map((set) => {
        const place = set.namespace ?? namespace;
        return setOverview(set, place, services.get(place) ?? [], context);
      })
      .sort((a, b) => (a.object < b.object ? -1 : Number(a.object > b.object))),
  };
}

function setOverview(
  set: SetView,
  namespace: string,
  all: readonly ServiceView[],
  context: LiveContext,
): SetOverview {
  const services = servicesOf(set, namespace, all);
  const governing = services.find(({ role, isHeadless }) => role === 'governing' && isHeadless);
  const podOf = (ordinal: number): PodOverview => {
    const name = podName(set.name, ordinal);
    return {
      name,
      dnsName: governing && podDnsName(name, governing.name, namespace),
      claims: podClaimNames(set, ordinal).map((claim, index) => ({
        name: claim,
        storage: set.claimTemplates[index].storage,
      })),
    };
  };
  const pods = setOrdinals(set).map(podOf);
  const live = liveOverviewOf(set, context);
  return {
    object: objectText({ kind: 'StatefulSet', name: set.manifest.name, namespace }),
    name: set.name,
    namespace,
    replicas: set.replicas,
    pods,
    lastPod: set.replicas === 0 ? undefined : podOf(set.firstOrdinal + set.replicas - 1),
    arePodsShortened: set.replicas > pods.length,
    services,
    isOrdered: set.isOrdered,
    update: updateOverview(set, context.version),
    totals: totalsOf(set),
    ...(live === undefined ? {} : { live }),
  };
}

function updateOverview(set: SetView, version: KubernetesVersion): UpdateOverview {
  const rollout = setRolloutOf({
    before: set,
    after: set,
    isTemplateChanged: true,
    isSettled: true,
    version,
  });
  return set.updateStrategy === 'OnDelete'
    ? { pods: [], podCount: 0, pace: 'each pod when somebody deletes it' }
    : {
        pods: rollout.restarted.names,
        podCount: rollout.restarted.count,
        lastPod: rollout.restarted.last,
        pace: paceText(rollout),
      };
}

function totalsOf({ replicas, claimTemplates, mainContainers }: SetView): TotalsOverview {
  const perPod = sumInNano(claimTemplates.map(({ storage }) => storage));
  const requests = new Map<string, bigint>();
  for (const { value } of mainContainers) {
    for (const [resource, quantity] of requestsOf(value)) {
      requests.set(resource, (requests.get(resource) ?? 0n) + quantity * BigInt(replicas));
    }
  }
  return {
    ...(claimTemplates.length > 0 ? { storage: binaryQuantityOf(perPod * BigInt(replicas)) } : {}),
    requests: Object.fromEntries(
      [...requests]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([resource, nano]) => [
          resource,
          resource === 'cpu' ? canonicalQuantity(`${nano}n`) : binaryQuantityOf(nano),
        ]),
    ),
  };
}

function requestsOf(container: JsonValue): readonly (readonly [string, bigint])[] {
  const requests = valueAt(container, ['resources', 'requests']);
  const limits = valueAt(container, ['resources', 'limits']);
  // A limit without a request is the request, once the pod is created.
  const names = [requests, limits].flatMap((map) => Object.keys(isList(map) ? [] : (map ?? {})));
  return [...new Set(names)].flatMap((name) => {
    const nano = nanoOf(fieldOf(requests, name) ?? fieldOf(limits, name));
    return nano === undefined ? [] : [[name, nano] as const];
  });
}
