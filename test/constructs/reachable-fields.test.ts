import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../lib/manifests/json';
import { setWithEverything } from '../everything';
import { manifestOf, newChart } from '../synthesis';

const DEFINITIONS = readFileSync(join(__dirname, '../..', 'imports', 'k8s.ts'), 'utf8');

/** The fields that the 1.28 definitions give to a type. */
function fieldsOf(type: string): string[] {
  const tag = new RegExp(`@schema io\\.k8s\\.api\\.${type.replaceAll('.', '\\.')}#(\\w+)`, 'g');
  return [...DEFINITIONS.matchAll(tag)].map(([, field]) => field);
}

const ONLY_WITH_ADDRESS = 'only for a Service that has an address of its own';
const NOT_LINUX = 'for Windows pods';
const RARE = 'rare; ApiObject.of(set).addJsonPatch() says it';

/** What the constructs don't say, and why. */
const LEFT_OUT: Record<string, Record<string, string>> = {
  'core.v1.ServiceSpec': {
    allocateLoadBalancerNodePorts: ONLY_WITH_ADDRESS,
    clusterIPs: 'the API server copies clusterIP',
    externalIPs: ONLY_WITH_ADDRESS,
    externalName: 'another kind of Service',
    externalTrafficPolicy: ONLY_WITH_ADDRESS,
    healthCheckNodePort: ONLY_WITH_ADDRESS,
    internalTrafficPolicy: ONLY_WITH_ADDRESS,
    loadBalancerClass: ONLY_WITH_ADDRESS,
    loadBalancerIP: ONLY_WITH_ADDRESS,
    loadBalancerSourceRanges: ONLY_WITH_ADDRESS,
    sessionAffinity: ONLY_WITH_ADDRESS,
    sessionAffinityConfig: ONLY_WITH_ADDRESS,
    type: 'a headless Service is a ClusterIP Service, which is the default',
  },
  'core.v1.PodSpec': {
    activeDeadlineSeconds: 'refused in a StatefulSet',
    ephemeralContainers: 'refused in a pod template',
    hostname: 'the controller sets it to the name of the pod',
    nodeName:
      'would put all pods on one node and past the scheduler; scheduling.assign() of cdk8s-plus says it',
    os: NOT_LINUX,
    overhead: 'set by the runtime class',
    priority: 'set by the priority class',
    resourceClaims: 'alpha in 1.28',
    schedulingGates: RARE,
    serviceAccount: 'the old name of serviceAccountName',
    subdomain: 'the controller sets it to serviceName',
  },
  'core.v1.Container': { resizePolicy: 'alpha in 1.28' },
  'core.v1.PodSecurityContext': {
    seLinuxOptions: RARE,
    seccompProfile: 'said of each container',
    windowsOptions: NOT_LINUX,
  },
  'core.v1.SecurityContext': { procMount: 'alpha in 1.28', seLinuxOptions: RARE, windowsOptions: NOT_LINUX },
};

interface Pod {
  readonly containers: JsonObject[];
  readonly initContainers: JsonObject[];
  readonly securityContext: JsonObject;
  readonly topologySpreadConstraints: JsonObject[];
}

const chart = newChart();
setWithEverything(chart);
const spec = manifestOf(chart, 'StatefulSet').spec as unknown as {
  readonly template: { readonly spec: Pod };
  readonly volumeClaimTemplates: { readonly spec: JsonObject }[];
};
const pod = spec.template.spec;

const RENDERED: Record<string, object> = {
  'apps.v1.StatefulSetSpec': spec,
  'core.v1.PersistentVolumeClaimSpec': spec.volumeClaimTemplates[0].spec,
  'core.v1.ServiceSpec': manifestOf(chart, 'Service').spec as JsonObject,
  'core.v1.PodSpec': pod,
  'core.v1.Container': { ...pod.initContainers[0], ...pod.containers[0] },
  'core.v1.PodSecurityContext': pod.securityContext,
  'core.v1.SecurityContext': pod.containers[0].securityContext as JsonObject,
  'core.v1.TopologySpreadConstraint': pod.topologySpreadConstraints[0],
};

it.each(Object.entries(RENDERED))(
  'says each field of %s, but for those that are left out on purpose',
  (type, rendered) => {
    const fields = fieldsOf(type);
    expect(fields.length).toBeGreaterThan(4);
    expect(fields.filter((field) => !(field in rendered)).sort()).toEqual(
      Object.keys(LEFT_OUT[type] ?? {}).sort(),
    );
  },
);

it('adds the fields that are younger than the definitions', () => {
  expect(spec.volumeClaimTemplates[0].spec).toHaveProperty('volumeAttributesClassName', 'gold');
});
