import { fieldOf, textOf } from '../manifests/json';
import { objectText } from '../manifests/manifest';
import { protocolOf, type ServiceView } from '../manifests/views/service-view';
import { type SetView, setPodNames } from '../manifests/views/set-view';
import { unmetRequirements } from '../kubernetes/label-selector';
import { POD_NAME_LABEL } from '../kubernetes/labels';
import { serviceDnsName } from '../kubernetes/names';

/** A Service that leads to pods of a set. */
export interface ServiceOverview {
  readonly object: string;
  readonly name: string;
  /** Whether it gives the pods their names, leads to any pod, or to one pod. */
  readonly role: 'governing' | 'client' | 'pod';
  /** The pod, where it leads to one. */
  readonly pod?: string;
  readonly type: string;
  readonly isHeadless: boolean;
  readonly dnsName: string;
  readonly ports: readonly PortOverview[];
}

/** A port of a Service. */
export interface PortOverview {
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
}

const ROLES: readonly ServiceOverview['role'][] = ['governing', 'client', 'pod'];

/** The Services of a set: the governing one first, then those for clients, then those of single pods. */
export function servicesOf(
  set: SetView,
  namespace: string,
  all: readonly ServiceView[],
): readonly ServiceOverview[] {
  return all
    .flatMap((service) => serviceOverview(service, set, namespace))
    .sort(
      (a, b) =>
        ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (a.name < b.name ? -1 : Number(a.name > b.name)),
    );
}

function serviceOverview(service: ServiceView, set: SetView, namespace: string): readonly ServiceOverview[] {
  const { name, selector } = service;
  const isGoverning = name === set.serviceName;
  const { [POD_NAME_LABEL]: pod, ...labels } = selector;
  const isForPod = Object.hasOwn(selector, POD_NAME_LABEL);
  const selects =
    service.selectsPods &&
    unmetRequirements({ matchLabels: labels }, set.podLabels).length === 0 &&
    (!isForPod || setPodNames(set).includes(pod));
  if (!isGoverning && !selects) {
    return [];
  }
  return [
    {
      object: objectText({ kind: 'Service', name, namespace }),
      name,
      role: isGoverning ? 'governing' : isForPod ? 'pod' : 'client',
      ...(isForPod ? { pod } : {}),
      type: service.type,
      isHeadless: service.isHeadless,
      dnsName: serviceDnsName(name, namespace),
      ports: portsOf(service),
    },
  ];
}

function portsOf({ ports }: ServiceView): readonly PortOverview[] {
  return ports.flatMap((port) => {
    const number = fieldOf(port.value, 'port');
    return typeof number === 'number'
      ? [{ name: textOf(port.value, 'name'), port: number, protocol: protocolOf(port) }]
      : [];
  });
}
