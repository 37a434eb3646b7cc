import { type SetOverview, type TotalsOverview } from '../show/overview';
import { type PortOverview, type ServiceOverview } from '../show/service-overview';
import { countText } from './count-text';

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

/** How pods are replaced when the template changes. */
export function updateText({ update: { pods, pace } }: SetOverview): string {
  return pods.length === 0 ? pace : `${listed(pods)}: ${pace}`;
}

const MAX_PODS = 10;

function listed(pods: readonly string[]): string {
  return pods.length > MAX_PODS
    ? `${pods.slice(0, MAX_PODS - 1).join(', ')} ... ${pods.at(-1) ?? ''}`
    : pods.join(', ');
}
