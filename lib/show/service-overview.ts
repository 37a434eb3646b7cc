import { defaulted } from '../manifests/defaults/defaulted';
import { fieldOf, isList, textOf, type JsonValue } from '../manifests/json';
import { type Manifest, objectText } from '../manifests/manifest';
import { type SetFacts, setPodNames, textsOf } from '../manifests/set-facts';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
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
  set: SetFacts,
  namespace: string,
  all: readonly Manifest[],
  version: KubernetesVersion,
): readonly ServiceOverview[] {
  return all
    .filter(
      (manifest) =>
        manifest.kind === 'Service' && manifest.apiVersion === 'v1' && manifest.namespace === namespace,
    )
    .flatMap((manifest) => serviceOverview(manifest, set, namespace, version))
    .sort(
      (a, b) =>
        ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (a.name < b.name ? -1 : Number(a.name > b.name)),
    );
}

function serviceOverview(
  manifest: Manifest,
  set: SetFacts,
  namespace: string,
  version: KubernetesVersion,
): readonly ServiceOverview[] {
  const spec = fieldOf(defaulted(manifest.content, version), 'spec');
  const selector = textsOf(fieldOf(spec, 'selector'));
  const isGoverning = manifest.name !== undefined && manifest.name === set.serviceName;
  const { [POD_NAME_LABEL]: pod, ...labels } = selector;
  const isForPod = Object.hasOwn(selector, POD_NAME_LABEL);
  const selects =
    Object.keys(selector).length > 0 &&
    unmetRequirements({ matchLabels: labels }, set.podLabels).length === 0 &&
    (!isForPod || setPodNames(set).includes(pod));
  if (!isGoverning && !selects) {
    return [];
  }
  const name = manifest.name ?? '';
  return [
    {
      object: objectText({ kind: 'Service', name, namespace }),
      name,
      role: isGoverning ? 'governing' : isForPod ? 'pod' : 'client',
      ...(isForPod ? { pod } : {}),
      type: textOf(spec, 'type') ?? 'ClusterIP',
      isHeadless: textOf(spec, 'clusterIP') === 'None',
      dnsName: serviceDnsName(name, namespace),
      ports: portsOf(fieldOf(spec, 'ports')),
    },
  ];
}

function portsOf(ports: JsonValue | undefined): readonly PortOverview[] {
  return (isList(ports) ? ports : []).flatMap((port) => {
    const number = fieldOf(port, 'port');
    return typeof number === 'number'
      ? [{ name: textOf(port, 'name'), port: number, protocol: textOf(port, 'protocol') ?? 'TCP' }]
      : [];
  });
}
