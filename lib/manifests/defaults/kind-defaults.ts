import { groupOf } from '../../kubernetes/api-group';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { fieldOf, isList, textOf, type JsonObject } from '../json';
import { below, treeOf, type DefaultRule, type DefaultTree } from './default-rule';
import { CLAIM_DEFAULTS, POD_DEFAULTS, PORT_DEFAULTS } from './pod-defaults';
import { ipFamilyPolicyIn, SERVICE_DEFAULTS } from './service-defaults';
import {
  ORDINALS_DEFAULTS,
  RETENTION_DEFAULTS,
  rollingUpdateDefaults,
  SET_DEFAULTS,
  strategyDefaults,
} from './set-defaults';

const CLAIM: readonly DefaultRule[] = [{ at: 'spec', fill: CLAIM_DEFAULTS }];

/** What the API server stores in the spec of an autoscaler for fields that are not given. */
export const AUTOSCALER_DEFAULTS = { minReplicas: 1 } as const;

const SCALING: JsonObject = { selectPolicy: 'Max' };
const SCALE_UP_POLICIES: JsonObject = {
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
const SCALE_DOWN_POLICIES: JsonObject = { policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] };
const CPU_AT_80_PERCENT: JsonObject = {
  metrics: [
    {
      type: 'Resource',
      resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
    },
  ],
};

const knownTrees = new Map<string, DefaultTree>();

/** What the API server fills in in an object of this kind; nothing for kinds that are not judged. */
export function defaultTreeOf(apiVersion: string, kind: string, version: KubernetesVersion): DefaultTree {
  const key = `${apiVersion}/${kind} ${version}`;
  const tree = knownTrees.get(key) ?? treeOf(defaultRulesOf(apiVersion, kind, version));
  knownTrees.set(key, tree);
  return tree;
}

function defaultRulesOf(
  apiVersion: string,
  kind: string,
  version: KubernetesVersion,
): readonly DefaultRule[] {
  switch (`${groupOf(apiVersion)}/${kind}`) {
    case 'apps/StatefulSet':
      return statefulSetRules(version);
    case '/Service':
      return serviceRules(version);
    case '/PersistentVolumeClaim':
      return [...CLAIM, { at: 'spec', fill: dataSources }];
    case 'autoscaling/HorizontalPodAutoscaler':
      return autoscalerRules(apiVersion);
    default:
      return [];
  }
}

function statefulSetRules(version: KubernetesVersion): readonly DefaultRule[] {
  return [
    {
      at: 'spec',
      fill: { ...SET_DEFAULTS, updateStrategy: {}, persistentVolumeClaimRetentionPolicy: {} },
    },
    { at: 'spec.updateStrategy', fill: strategyDefaults },
    { at: 'spec.updateStrategy.rollingUpdate', fill: { ...rollingUpdateDefaults(version) } },
    { at: 'spec.persistentVolumeClaimRetentionPolicy', fill: RETENTION_DEFAULTS },
    { at: 'spec.ordinals', fill: ORDINALS_DEFAULTS },
    { at: 'spec.template', fill: { metadata: {} } },
    ...below('spec.template.spec', POD_DEFAULTS),
    { at: 'spec.volumeClaimTemplates.*', fill: { status: {} } },
    { at: 'spec.volumeClaimTemplates.*.status', fill: { phase: 'Pending' } },
    ...below('spec.volumeClaimTemplates.*', CLAIM),
  ];
}

function serviceRules(version: KubernetesVersion): readonly DefaultRule[] {
  return [
    { at: 'spec', fill: SERVICE_DEFAULTS },
    { at: 'spec', fill: (spec) => serviceSpec(spec, version) },
    { at: 'spec.sessionAffinityConfig', fill: { clientIP: {} } },
    { at: 'spec.sessionAffinityConfig.clientIP', fill: { timeoutSeconds: 10800 } },
    { at: 'spec.ports.*', fill: PORT_DEFAULTS },
    { at: 'spec.ports.*', fill: (port): JsonObject => ({ targetPort: fieldOf(port, 'port') ?? 0 }) },
  ];
}

function serviceSpec(spec: JsonObject, version: KubernetesVersion): JsonObject {
  const type = textOf(spec, 'type');
  const clusterIP = textOf(spec, 'clusterIP');
  const externalIPs = fieldOf(spec, 'externalIPs');
  const isExternal =
    type === 'NodePort' ||
    type === 'LoadBalancer' ||
    (type === 'ClusterIP' && isList(externalIPs) && isAtLeast(version, KubernetesVersion.V1_31));
  return {
    ...(type === 'ExternalName'
      ? {}
      : {
          internalTrafficPolicy: 'Cluster',
          ipFamilyPolicy: ipFamilyPolicyIn(spec),
        }),
    ...(clusterIP === undefined ? {} : { clusterIPs: [clusterIP] }),
    ...(textOf(spec, 'sessionAffinity') === 'ClientIP' ? { sessionAffinityConfig: { clientIP: {} } } : {}),
    ...(isExternal ? { externalTrafficPolicy: 'Cluster' } : {}),
    ...(type === 'LoadBalancer' ? { allocateLoadBalancerNodePorts: true } : {}),
  };
}

/** The two fields of one source of data. */
function dataSources(spec: JsonObject): JsonObject {
  const source = fieldOf(spec, 'dataSource') ?? fieldOf(spec, 'dataSourceRef');
  return source === undefined ? {} : { dataSource: source, dataSourceRef: source };
}

function autoscalerRules(apiVersion: string): readonly DefaultRule[] {
  if (apiVersion === 'autoscaling/v1') {
    return [{ at: 'spec', fill: { ...AUTOSCALER_DEFAULTS, targetCPUUtilizationPercentage: 80 } }];
  }
  return [
    { at: 'spec', fill: { ...AUTOSCALER_DEFAULTS, ...CPU_AT_80_PERCENT } },
    { at: 'spec.behavior', fill: { scaleUp: {}, scaleDown: {} } },
    {
      at: 'spec.behavior.scaleUp',
      fill: { stabilizationWindowSeconds: 0, ...SCALING, ...SCALE_UP_POLICIES },
    },
    { at: 'spec.behavior.scaleDown', fill: { ...SCALING, ...SCALE_DOWN_POLICIES } },
  ];
}
