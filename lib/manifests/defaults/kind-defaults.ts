import { groupOf } from '../../kubernetes/api-group';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { fieldOf, isList, isObject, textOf, type JsonObject } from '../json';
import { below, treeOf, type DefaultRule, type DefaultTree } from './default-rule';
import { POD_DEFAULTS } from './pod-defaults';

const CLAIM: readonly DefaultRule[] = [{ at: 'spec', fill: { volumeMode: 'Filesystem' } }];

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
  const honoursMaxUnavailable = isAtLeast(version, KubernetesVersion.V1_37);
  return [
    {
      at: 'spec',
      fill: {
        replicas: 1,
        podManagementPolicy: 'OrderedReady',
        revisionHistoryLimit: 10,
        updateStrategy: {},
        persistentVolumeClaimRetentionPolicy: {},
      },
    },
    // A strategy without type gets a partition; `type: RollingUpdate` alone does not.
    {
      at: 'spec.updateStrategy',
      fill: (strategy): JsonObject =>
        fieldOf(strategy, 'type') === undefined ? { type: 'RollingUpdate', rollingUpdate: {} } : {},
    },
    {
      at: 'spec.updateStrategy.rollingUpdate',
      fill: { partition: 0, ...(honoursMaxUnavailable ? { maxUnavailable: 1 } : {}) },
    },
    {
      at: 'spec.persistentVolumeClaimRetentionPolicy',
      fill: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    },
    { at: 'spec.ordinals', fill: { start: 0 } },
    { at: 'spec.template', fill: { metadata: {} } },
    ...below('spec.template.spec', POD_DEFAULTS),
    { at: 'spec.volumeClaimTemplates.*', fill: { status: {} } },
    { at: 'spec.volumeClaimTemplates.*.status', fill: { phase: 'Pending' } },
    ...below('spec.volumeClaimTemplates.*', CLAIM),
  ];
}

function serviceRules(version: KubernetesVersion): readonly DefaultRule[] {
  return [
    { at: 'spec', fill: { type: 'ClusterIP', sessionAffinity: 'None' } },
    { at: 'spec', fill: (spec) => serviceSpec(spec, version) },
    { at: 'spec.sessionAffinityConfig', fill: { clientIP: {} } },
    { at: 'spec.sessionAffinityConfig.clientIP', fill: { timeoutSeconds: 10800 } },
    { at: 'spec.ports.*', fill: { protocol: 'TCP' } },
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
  const selectsPods = isObject(fieldOf(spec, 'selector')) && Object.keys(spec.selector ?? {}).length > 0;
  const isSelectorlessHeadless = clusterIP === 'None' && !selectsPods;
  return {
    ...(type === 'ExternalName'
      ? {}
      : {
          internalTrafficPolicy: 'Cluster',
          ipFamilyPolicy: isSelectorlessHeadless ? 'RequireDualStack' : 'SingleStack',
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
    return [{ at: 'spec', fill: { minReplicas: 1, targetCPUUtilizationPercentage: 80 } }];
  }
  return [
    { at: 'spec', fill: { minReplicas: 1, ...CPU_AT_80_PERCENT } },
    { at: 'spec.behavior', fill: { scaleUp: {}, scaleDown: {} } },
    {
      at: 'spec.behavior.scaleUp',
      fill: { stabilizationWindowSeconds: 0, ...SCALING, ...SCALE_UP_POLICIES },
    },
    { at: 'spec.behavior.scaleDown', fill: { ...SCALING, ...SCALE_DOWN_POLICIES } },
  ];
}
