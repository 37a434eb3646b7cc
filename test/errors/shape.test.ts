import { Size, type Chart } from 'cdk8s';
import { Topology } from 'cdk8s-plus-28';
import { refusalCodes } from '../../lib/api/errors';
import * as library from '../../lib/index';
import { manifestsOf, newChart, NGINX } from '../synthesis';
import { WRONG } from './wrong-values';

type Call = (...given: unknown[]) => unknown;
const { StatefulSet, UpdateStrategy, AllowedDisruptions, ClaimDataSource } = library;

/** A call as plain JavaScript makes it. */
const untyped = (target: object, method: string): Call => {
  const called = (target as Record<string, Call>)[method];
  return (...given) => called.apply(target, given);
};
const made = (Class: unknown, ...given: unknown[]): unknown => Reflect.construct(Class as () => void, given);

const ONE_GIBIBYTE = { size: Size.gibibytes(1) };
const newSet = (chart: Chart): library.StatefulSet =>
  new StatefulSet(chart, 'web', {
    replicas: 3,
    containers: [{ ...NGINX, ports: [{ number: 80, name: 'http' }] }],
  });

const calling =
  (method: string, ...before: unknown[]) =>
  (chart: Chart, wrong: unknown): unknown =>
    untyped(newSet(chart), method)(...before, wrong);

const SET_PROPS =
  'name namespace labels selector serviceName headlessService firstOrdinal clusterDomain annotations ' +
  'existingServiceName omitReplicas updateStrategy revisionHistoryLimit changeCause claimRetention pod ' +
  'service replicas podManagementPolicy strategy minReady podMetadata select spread metadata containers ' +
  'initContainers volumes restartPolicy serviceAccount securityContext hostAliases dns dockerRegistryAuth ' +
  'automountServiceAccountToken isolate hostNetwork terminationGracePeriod';
const CONTAINER_PROPS =
  'image name port portNumber ports command args workingDir envVariables envFrom volumeMounts imagePullPolicy ' +
  'readiness liveness startup lifecycle resources securityContext restartPolicy';
const CLAIM_PROPS =
  'size storageClassName accessModes volumeMode labels annotations selector volumeName dataSource dataSourceRef ' +
  'volumeAttributesClassName';

const CLASSES = [
  'StatefulSet',
  'HeadlessService',
  'VolumeClaimTemplate',
  'ExposedService',
  'PodConfig',
  'DnsTest',
  'DisruptionBudget',
  'PeerNetworkPolicy',
] as const;

/** Each property and argument of the public constructs, given one wrong value. */
const USES: readonly (readonly [string, (chart: Chart, wrong: unknown) => unknown])[] = [
  ...CLASSES.flatMap((name) => [
    [`the scope of ${name}`, (_: Chart, wrong: unknown) => made(library[name], wrong, 'id', {})] as const,
    [
      `the id of ${name}`,
      (chart: Chart, wrong: unknown) => made(library[name], newSet(chart), wrong, {}),
    ] as const,
    [
      `the properties of ${name}`,
      (chart: Chart, wrong: unknown) => made(library[name], newSet(chart), 'id', wrong),
    ] as const,
  ]),
  ...SET_PROPS.split(' ').map(
    (name) =>
      [
        `${name} of a set`,
        (chart: Chart, wrong: unknown) =>
          made(StatefulSet, chart, 'web', { containers: [NGINX], [name]: wrong }),
      ] as const,
  ),
  ...CONTAINER_PROPS.split(' ').flatMap((name) => [
    [
      `${name} of a container`,
      (chart: Chart, wrong: unknown) =>
        calling('addContainer')(chart, { ...NGINX, name: 'other', [name]: wrong }),
    ] as const,
    [
      `${name} of an init container`,
      (chart: Chart, wrong: unknown) =>
        calling('addInitContainer')(chart, { ...NGINX, name: 'other', [name]: wrong }),
    ] as const,
  ]),
  ...CLAIM_PROPS.split(' ').map(
    (name) =>
      [
        `${name} of a claim`,
        (chart: Chart, wrong: unknown) =>
          calling('addClaim', 'data')(chart, { ...ONE_GIBIBYTE, [name]: wrong }),
      ] as const,
  ),
  ...'port scheme separator named complete template replicas'
    .split(' ')
    .map(
      (name) =>
        [
          `${name} of peers`,
          (chart: Chart, wrong: unknown) => calling('peers')(chart, { [name]: wrong }),
        ] as const,
    ),
  ...'hard maxSkew minDomains nodeAffinityPolicy nodeTaintsPolicy matchLabelKeys'
    .split(' ')
    .map(
      (name) =>
        [
          `${name} of a spread`,
          (chart: Chart, wrong: unknown) => calling('spreadAcross', Topology.ZONE)(chart, { [name]: wrong }),
        ] as const,
    ),
  ...'devices extendedResources terminationMessagePath terminationMessagePolicy stdin stdinOnce tty'
    .split(' ')
    .map(
      (name) =>
        [
          `${name} of extendContainer`,
          (chart: Chart, wrong: unknown) => {
            const set = newSet(chart);
            return untyped(set, 'extendContainer')(set.containers[0], { [name]: wrong });
          },
        ] as const,
    ),
  ...'type ports labels annotations publishNotReadyAddresses loadBalancerSourceRanges name namePrefix annotationsPerPod nodePorts nodePortsPerPod'
    .split(' ')
    .flatMap((name) => [
      [
        `${name} of a client Service`,
        (chart: Chart, wrong: unknown) => calling('addClientService')(chart, { [name]: wrong }),
      ] as const,
      [
        `${name} of pod Services`,
        (chart: Chart, wrong: unknown) => calling('addPodServices')(chart, { [name]: wrong }),
      ] as const,
    ]),
  ...'perPod common name'
    .split(' ')
    .map(
      (name) =>
        [
          `${name} of files`,
          (chart: Chart, wrong: unknown) =>
            calling('addPodConfig', 'config')(chart, { perPod: [{}, {}, {}], [name]: wrong }),
        ] as const,
    ),
  ...[
    'addContainer',
    'addInitContainer',
    'addVolume',
    'select',
    'podName',
    'podShortDnsName',
    'podDnsName',
    'srvName',
    'peers',
    'spreadAcross',
    'addClientService',
    'addPodServices',
    'addDisruptionBudget',
    'addPeerNetworkPolicy',
    'addDnsTest',
    'addClaim',
    'extendContainer',
    'restoreClaim',
    'addPodConfig',
  ].map((name) => [`the argument of ${name}`, calling(name)] as const),
  ['the options of a spread', calling('spreadAcross', Topology.ZONE)],
  ['the properties of a claim', calling('addClaim', 'data')],
  ['the properties of files', calling('addPodConfig', 'config')],
  ['the claim of a name', (chart, wrong) => untyped(newSet(chart), 'claimName')(wrong, 0)],
  [
    'the index of a claim',
    (chart, wrong) => {
      const set = newSet(chart);
      return untyped(set, 'claimName')(set.addClaim('data', ONE_GIBIBYTE), wrong);
    },
  ],
  [
    'what a claim is restored from',
    (chart, wrong) => {
      const set = newSet(chart);
      return untyped(set, 'restoreClaim')(set.addClaim('data', ONE_GIBIBYTE), 0, wrong);
    },
  ],
  [
    'the container that files are mounted in',
    (chart, wrong) =>
      untyped(newSet(chart).addPodConfig('config', { perPod: [{}, {}, {}] }), 'mount')(wrong, '/etc'),
  ],
  ...['rollingUpdate', 'canary'].map(
    (name) =>
      [
        `the argument of ${name}`,
        (chart: Chart, wrong: unknown) =>
          new StatefulSet(chart, 'web', {
            containers: [NGINX],
            updateStrategy: untyped(UpdateStrategy, name)(wrong) as library.UpdateStrategy,
          }),
      ] as const,
  ),
  ...['atMost', 'keeping'].map(
    (name) =>
      [
        `the argument of ${name}`,
        (chart: Chart, wrong: unknown) =>
          calling('addDisruptionBudget')(chart, { allowed: untyped(AllowedDisruptions, name)(wrong) }),
      ] as const,
  ),
  ...['snapshot', 'claim', 'of'].map(
    (name) =>
      [
        `the argument of ${name} of a source`,
        (_: Chart, wrong: unknown) => untyped(ClaimDataSource, name)(wrong),
      ] as const,
  ),
];

it.each(USES)('takes %s or refuses it with a code, whatever is given', (_, use) => {
  const bare = WRONG.flatMap((wrong) => {
    const chart = newChart();
    try {
      use(chart, wrong);
      manifestsOf(chart);
      return [];
    } catch (error) {
      return refusalCodes(error).length > 0 ? [] : [`${String(wrong)}: ${String(error)}`];
    }
  });
  expect(bare).toEqual([]);
});
