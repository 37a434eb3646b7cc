import { type JsonObject } from '../../lib/manifests/json';
import { isAtLeast, KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { service } from '../plan/manifests';
import {
  autoscaler,
  budget,
  claim,
  configuration,
  DELETING,
  firstContainer,
  larger,
  mounted,
  relabelled,
  rolling,
  small,
  unsized,
  web,
  withAnnotations,
} from './objects';

/** A kind of change, as the suites run it on a cluster. */
export interface KindOfChange {
  /** What changes, so that "a set gets ..." is a sentence. */
  readonly title: string;
  readonly old: readonly JsonObject[];
  readonly wanted: readonly JsonObject[];
  /** What somebody did to the set between both, such as scaling it. */
  readonly scaledTo?: number;
  /** How many pods there are in the end, where it is not three. */
  readonly pods?: number;
  /** Only where the server is of this version or later. */
  readonly since?: KubernetesVersion;
  /** Only where the server is of this version or earlier. */
  readonly until?: KubernetesVersion;
}

/** Whether an API server of a version has this kind of change. */
export function isOf({ since, until }: KindOfChange, version: KubernetesVersion): boolean {
  return (
    (since === undefined || isAtLeast(version, since)) && (until === undefined || isAtLeast(until, version))
  );
}

/** Changes that the API server refuses, or that leave data behind, and that a script gets through. */
export const MIGRATED: readonly KindOfChange[] = [
  {
    title: 'larger volumes',
    old: [service(), web()],
    wanted: [service(), web({ volumeClaimTemplates: [larger()] })],
  },
  {
    title: 'larger volumes, where claims go with the set and its size is not written',
    old: [service(), unsized(web(DELETING))],
    wanted: [service(), unsized(web({ ...DELETING, volumeClaimTemplates: [larger()] }))],
    scaledTo: 3,
  },
  {
    title: 'larger volumes and a new image',
    old: [service(), web()],
    wanted: [
      service(),
      web(
        { volumeClaimTemplates: [larger()] },
        { containers: [{ ...firstContainer(), image: 'nginx:1.28' }] },
      ),
    ],
  },
  {
    title: 'pods that start in parallel',
    old: [service(), web()],
    wanted: [service(), web({ podManagementPolicy: 'Parallel' })],
  },
  {
    title: 'a longer history, before Kubernetes 1.33',
    old: [service(), web()],
    wanted: [service(), web({ revisionHistoryLimit: 5 })],
    until: KubernetesVersion.V1_32,
  },
  {
    title: 'another label in a claim template',
    old: [service(), web()],
    wanted: [
      service(),
      web({ volumeClaimTemplates: [{ ...small(), metadata: { name: 'data', labels: { tier: 'db' } } }] }),
    ],
  },
  {
    title: 'another claim template',
    old: [service(), web()],
    wanted: [service(), web({ volumeClaimTemplates: [small(), small('logs')] }, mounted('data', 'logs'))],
  },
  {
    title: 'another claim template, with pods that start in parallel',
    old: [service(), web({ podManagementPolicy: 'Parallel' })],
    wanted: [
      service(),
      web(
        { podManagementPolicy: 'Parallel', volumeClaimTemplates: [small(), small('logs')] },
        mounted('data', 'logs'),
      ),
    ],
  },
  {
    title: 'its first claim template',
    old: [service(), web({ volumeClaimTemplates: [] }, mounted())],
    wanted: [service(), web()],
  },
  {
    title: 'one claim template less',
    old: [service(), web({ volumeClaimTemplates: [small(), small('logs')] }, mounted('data', 'logs'))],
    wanted: [service(), web()],
  },
  {
    title: 'no claim template any more',
    old: [service(), web()],
    wanted: [service(), web({ volumeClaimTemplates: [] }, mounted())],
  },
  {
    title: 'another governing Service',
    old: [service(), web()],
    wanted: [service({}, 'peers'), web({ serviceName: 'peers' })],
  },
  {
    title: 'another governing Service, under OnDelete',
    old: [service(), web({ updateStrategy: { type: 'OnDelete' } })],
    wanted: [service({}, 'peers'), web({ serviceName: 'peers', updateStrategy: { type: 'OnDelete' } })],
  },
  {
    title: 'a selector with another label',
    old: [service(), web()],
    wanted: [service(), relabelled({ app: 'web', tier: 'db' })],
  },
  {
    title: 'a selector with another value',
    old: [service(), web()],
    wanted: [service({ selector: { app: 'site' } }), relabelled({ app: 'site' })],
  },
  {
    title: 'a claim template and a governing Service at once, with larger volumes',
    old: [service(), web()],
    wanted: [
      service({}, 'peers'),
      web({ serviceName: 'peers', volumeClaimTemplates: [larger(), small('logs')] }, mounted('data', 'logs')),
    ],
  },
  {
    title: 'another name',
    old: [service(), web()],
    wanted: [service(), web({}, {}, { name: 'site' })],
  },
  {
    title: 'another name, where claims go with the set and its size is not written',
    old: [service(), unsized(web(DELETING))],
    wanted: [service(), unsized(web(DELETING, {}, { name: 'site' }))],
    scaledTo: 3,
  },
  {
    title: 'another name and another first ordinal',
    old: [service(), web()],
    wanted: [service(), web({ ordinals: { start: 5 } }, {}, { name: 'site' })],
  },
  {
    title: 'a client Service that becomes headless',
    old: [service({ clusterIP: null }), web()],
    wanted: [service(), web()],
  },
];

/** Changes that are refused, and that no script gets through: it says what to do by hand, and changes nothing. */
export const BY_HAND: readonly KindOfChange[] = [
  {
    title: 'smaller volumes',
    old: [service(), web({ volumeClaimTemplates: [larger()] })],
    wanted: [service(), web()],
  },
  {
    title: 'a claim template under another name',
    old: [service(), web()],
    wanted: [service(), web({ volumeClaimTemplates: [small('store')] }, mounted('store'))],
  },
  {
    title: 'larger volumes and a fault of the pods',
    old: [service(), web()],
    wanted: [
      service(),
      web(
        { volumeClaimTemplates: [larger()] },
        { containers: [{ ...firstContainer(), imagePullPolicy: 'Sometimes' }] },
      ),
    ],
    since: KubernetesVersion.V1_34,
  },
  {
    title: 'larger volumes and fewer pods, whose claims go with them',
    old: [service(), web(DELETING)],
    wanted: [service(), web({ ...DELETING, replicas: 2, volumeClaimTemplates: [larger()] })],
  },
  {
    title: 'larger volumes, with a number of pods that is taken back',
    old: [service(), web()],
    wanted: [service(), web({ replicas: null, volumeClaimTemplates: [larger()] })],
  },
  {
    title: 'a number of pods below zero',
    old: [service(), web()],
    wanted: [service(), web({ replicas: -1 })],
  },
  {
    title: 'a headless Service that gets an address',
    old: [service(), service({}, 'client'), web()],
    wanted: [service(), service({ clusterIP: '10.0.77.7' }, 'client'), web()],
  },
  {
    title: 'a smaller claim beside it',
    old: [service(), web(), claim('2Gi')],
    wanted: [service(), web(), claim('1Gi')],
  },
  {
    title: 'a claim beside it with another access mode',
    old: [service(), web(), claim('1Gi')],
    wanted: [service(), web(), claim('1Gi', 'ReadWriteMany')],
  },
  {
    title: 'configuration that never changes',
    old: [service(), web(), configuration('a', true)],
    wanted: [service(), web(), configuration('b', true)],
  },
  {
    title: 'a Service of the nodes that gets another address',
    old: [service(), service({ type: 'NodePort', clusterIP: null }, 'client'), web()],
    wanted: [service(), service({ type: 'NodePort', clusterIP: '10.0.77.8' }, 'client'), web()],
  },
];

/** Changes that `kubectl apply` does by itself. */
export const APPLIED: readonly KindOfChange[] = [
  { title: 'nothing new', old: [service(), web()], wanted: [service(), web()] },
  {
    title: 'a label of its own',
    old: [service(), web()],
    wanted: [service(), web({}, {}, { labels: { team: 'a' } })],
  },
  { title: 'more pods', old: [service(), web()], wanted: [service(), web({ replicas: 4 })], pods: 4 },
  { title: 'fewer pods', old: [service(), web()], wanted: [service(), web({ replicas: 1 })], pods: 1 },
  {
    title: 'fewer pods, whose claims go with them',
    old: [service(), web(DELETING)],
    wanted: [service(), web({ ...DELETING, replicas: 1 })],
    pods: 1,
  },
  {
    title: 'pods again that it had before',
    old: [service(), web()],
    wanted: [service(), web()],
    scaledTo: 1,
  },
  {
    title: 'a new image',
    old: [service(), web()],
    wanted: [service(), web({}, { containers: [{ ...firstContainer(), image: 'nginx:1.28' }] })],
  },
  {
    title: 'a new image and a partition',
    old: [service(), web()],
    wanted: [
      service(),
      web(
        { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } } },
        { containers: [{ ...firstContainer(), image: 'nginx:1.28' }] },
      ),
    ],
  },
  {
    title: 'a new image under OnDelete',
    old: [service(), web({ updateStrategy: { type: 'OnDelete' } })],
    wanted: [
      service(),
      web(
        { updateStrategy: { type: 'OnDelete' } },
        { containers: [{ ...firstContainer(), image: 'nginx:1.28' }] },
      ),
    ],
  },
  {
    title: 'a new image in parallel',
    old: [service(), web({ podManagementPolicy: 'Parallel' })],
    wanted: [
      service(),
      web(
        { podManagementPolicy: 'Parallel' },
        { containers: [{ ...firstContainer(), image: 'nginx:1.28' }] },
      ),
    ],
  },
  {
    title: 'claims that go with it from now on',
    old: [service(), web()],
    wanted: [service(), web(DELETING)],
  },
  {
    title: 'a minimum ready time',
    old: [service(), web()],
    wanted: [service(), web({ minReadySeconds: 1 })],
  },
  {
    title: 'a longer history',
    old: [service(), web()],
    wanted: [service(), web({ revisionHistoryLimit: 5 })],
    since: KubernetesVersion.V1_33,
  },
  {
    title: 'an annotation in the template that is null',
    old: [service(), web()],
    wanted: [service(), withAnnotations({ note: null })],
  },
  {
    title: 'a first ordinal that moves away from its data',
    old: [service(), web()],
    wanted: [service(), web({ ordinals: { start: 2 } })],
  },
  {
    title: 'a partition that goes down after a rollout',
    old: [service(), web(rolling(3))],
    wanted: [service(), web(rolling(0))],
  },
  {
    title: 'a strategy that replaces pods again',
    old: [service(), web({ updateStrategy: { type: 'OnDelete' } })],
    wanted: [service(), web({ updateStrategy: { type: 'RollingUpdate' } })],
  },
  {
    title: 'another disruption budget',
    old: [service(), web(), budget(1)],
    wanted: [service(), web(), budget(2)],
  },
  {
    title: 'a larger claim beside it',
    old: [service(), web(), claim('1Gi')],
    wanted: [service(), web(), claim('2Gi')],
  },
  {
    title: 'another autoscaler',
    old: [service(), web(), autoscaler(5)],
    wanted: [service(), web(), autoscaler(6)],
  },
  {
    title: 'other configuration',
    old: [service(), web(), configuration('a')],
    wanted: [service(), web(), configuration('b')],
  },
  {
    title: 'another port of the Service',
    old: [service(), web()],
    wanted: [
      service({
        ports: [
          { port: 80, name: 'http' },
          { port: 81, name: 'admin' },
        ],
      }),
      web(),
    ],
  },
];
