import { type LiveOverview, type LivePodOverview } from '../live-overview';
import { type ClaimOverview, type PodOverview, type SetOverview, type TotalsOverview } from '../overview';
import { type PortOverview, type ServiceOverview } from '../service-overview';
import { countText } from '../../text/count-text';
import { moreText, shownOf } from '../../text/short-list';

/** How many pods a set has and how they are created. */
export function podsText({ replicas, isOrdered }: SetOverview): string {
  return `${countText(replicas, 'pod')}, created ${isOrdered ? 'one by one' : 'all at once'}`;
}

/** What a Service is for. */
export function roleText({ role, pod, isHeadless, type }: ServiceOverview): string {
  const kind = isHeadless ? 'headless' : type;
  switch (role) {
    case 'governing':
      return `${kind}, names the pods`;
    case 'client':
      return `${kind}, for clients`;
    case 'pod':
      return `${kind}, for ${pod ?? 'one pod'}`;
  }
}

/** A port: `http 80`, `dns 53/UDP`. */
export function portText({ name, port, protocol }: PortOverview): string {
  return `${name === undefined ? '' : `${name} `}${port}${protocol === 'TCP' ? '' : `/${protocol}`}`;
}

/** What all pods ask for together; empty where they ask for nothing. */
export function totalsText({ storage, requests }: TotalsOverview): string {
  const parts = [
    ...(storage === undefined ? [] : [`storage ${storage}`]),
    ...Object.entries(requests).map(([resource, quantity]) => `${resource} ${quantity}`),
  ];
  return parts.join(', ');
}

const MAX_PODS = 10;

/** How pods are replaced when the template changes. */
export function updateText({ update: { pods, podCount, lastPod = '', pace } }: SetOverview): string {
  const listed =
    podCount > MAX_PODS ? `${pods.slice(0, MAX_PODS - 1).join(', ')} ... ${lastPod}` : pods.join(', ');
  return podCount === 0 ? pace : `${listed}: ${pace}`;
}

/** The pods of a table for people: all, or the first ones, how many more there are, and the last one. */
export function podRows(
  set: SetOverview,
  rowOf: (pod: PodOverview) => readonly string[],
): readonly (readonly string[])[] {
  const { pods, lastPod, replicas } = set;
  const shown = shownOf(pods, replicas).map(rowOf);
  const left = replicas - shown.length - 1;
  return lastPod !== undefined && left > 0 ? [...shown, [moreText(left), '', ''], rowOf(lastPod)] : shown;
}

/** A claim with its size, where somebody says it. */
export function claimText({ name, storage }: ClaimOverview): string {
  return storage === undefined ? name : `${name} (${storage})`;
}

/** The pods that a cluster has, for a table: name, revision, state and claims. */
export function liveRows({ pods }: LiveOverview): readonly (readonly string[])[] {
  const shown = shownOf(pods, pods.length);
  const rows = shown.map((pod) => [
    pod.name,
    pod.revision,
    stateText(pod),
    pod.claims.map(claimText).join(', '),
  ]);
  const left = pods.length - shown.length;
  return left > 0 ? [...rows, [moreText(left), '', '', '']] : rows;
}

/** How a pod is, in words. */
function stateText({ phase, reason, isHopeless }: LivePodOverview): string {
  switch (phase) {
    case 'ready':
      return 'ready';
    case 'starting':
      return `not ready: ${reason ?? 'starting'}`;
    case 'failed':
      return `has ended: ${reason ?? 'Failed'}`;
    case 'terminating':
      return isHopeless ? 'is being deleted, and should have been gone long ago' : 'is being deleted';
  }
}
