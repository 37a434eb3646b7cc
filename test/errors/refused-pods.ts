import { Size, type Chart } from 'cdk8s';
import {
  ContainerRestartPolicy,
  PersistentVolumeAccessMode,
  Volume,
  type ContainerProps,
} from 'cdk8s-plus-28';
import { NGINX } from '../synthesis';
import { set, withProps, type RefusedInput } from './refused-input';

const ONE_GIBIBYTE = { size: Size.gibibytes(1) };

const withContainers = (...containers: Partial<ContainerProps>[]): ((chart: Chart) => void) =>
  withProps({ containers: containers.map((container) => ({ ...NGINX, ...container })) });

const withPort = (number: number, name?: string): ((chart: Chart) => void) =>
  withContainers({ ports: [{ number, name }] });

const withClaim =
  (name: string, size = Size.gibibytes(1), accessModes?: PersistentVolumeAccessMode[]) =>
  (chart: Chart): void => {
    set(chart).addClaim(name, { size, accessModes });
  };

const emptyDir = (chart: Chart, name: string, id = name): Volume => Volume.fromEmptyDir(chart, id, name);

const mountedAt =
  (...paths: string[]) =>
  (chart: Chart): void => {
    const web = set(chart, { containers: [] });
    const volumeMounts = paths.map((path, index) => ({ path, volume: emptyDir(chart, `v${index}`) }));
    web.addContainer({ ...NGINX, volumeMounts });
  };

const mountedLater =
  (...paths: string[]) =>
  (chart: Chart): void => {
    const web = set(chart);
    const claim = web.addClaim('data', ONE_GIBIBYTE);
    paths.forEach((path) => {
      web.containers[0].mount(path, claim);
    });
  };

/** What is wrong with containers, ports, claims, volumes and mounts. */
export const REFUSED_PODS: RefusedInput[] = [
  {
    input: 'no container',
    code: 'CONTAINERS_MISSING',
    atSynth: true,
    build: withProps({ containers: [] }),
  },
  {
    input: 'an init container alone',
    code: 'CONTAINERS_MISSING',
    atSynth: true,
    build: withProps({ containers: [], initContainers: [NGINX] }),
  },
  {
    input: 'a container name with capitals',
    code: 'CONTAINER_NAME_INVALID',
    build: withContainers({ name: 'Nginx' }),
  },
  {
    input: 'two containers of one name',
    code: 'CONTAINER_NAME_TAKEN',
    build: withContainers({ name: 'nginx', ports: [{ number: 80 }] }, { name: 'nginx' }),
  },
  {
    input: 'an init container with the name of a container',
    code: 'CONTAINER_NAME_TAKEN',
    build: (chart) => set(chart).addInitContainer(NGINX),
  },
  { input: 'port 0', code: 'PORT_NUMBER_INVALID', build: withPort(0) },
  { input: 'port 65536', code: 'PORT_NUMBER_INVALID', build: withPort(65536) },
  { input: 'a fractional port', code: 'PORT_NUMBER_INVALID', build: withPort(80.5) },
  { input: 'a port name of 16 characters', code: 'PORT_NAME_INVALID', build: withPort(80, 'a'.repeat(16)) },
  { input: 'a port name with an underscore', code: 'PORT_NAME_INVALID', build: withPort(80, 'web_port') },
  { input: 'a port name of digits', code: 'PORT_NAME_INVALID', build: withPort(80, '8080') },
  {
    input: 'a bad port name in an init container',
    code: 'PORT_NAME_INVALID',
    build: (chart) =>
      set(chart).addInitContainer({
        name: 'sidecar',
        image: 'envoyproxy/envoy:v1.31.0',
        restartPolicy: ContainerRestartPolicy.ALWAYS,
        ports: [{ number: 9901, name: 'Admin' }],
      }),
  },
  {
    input: 'two ports of one name in two containers',
    code: 'PORT_NAME_TAKEN',
    build: withContainers(
      { name: 'one', ports: [{ number: 80, name: 'http' }] },
      { name: 'two', ports: [{ number: 81, name: 'http' }] },
    ),
  },
  { input: 'a claim name with capitals', code: 'CLAIM_NAME_INVALID', build: withClaim('Data') },
  {
    input: 'a claim name of 64 characters',
    code: 'CLAIM_NAME_INVALID',
    build: withClaim('a'.repeat(64)),
  },
  { input: 'a claim of nothing', code: 'CLAIM_SIZE_INVALID', build: withClaim('data', Size.gibibytes(0)) },
  {
    input: 'a claim without access modes',
    code: 'CLAIM_ACCESS_MODES_INVALID',
    build: withClaim('data', Size.gibibytes(1), []),
  },
  {
    input: 'a claim for one pod and for many',
    code: 'CLAIM_ACCESS_MODES_INVALID',
    build: withClaim('data', Size.gibibytes(1), [
      PersistentVolumeAccessMode.READ_WRITE_ONCE_POD,
      PersistentVolumeAccessMode.READ_WRITE_MANY,
    ]),
  },
  {
    input: 'two volumes of one name',
    code: 'VOLUME_NAME_TAKEN',
    build: (chart) => {
      const web = set(chart);
      web.addVolume(emptyDir(chart, 'cache', 'one'));
      web.addVolume(emptyDir(chart, 'cache', 'two'));
    },
  },
  {
    input: 'two claims of one name',
    code: 'VOLUME_NAME_TAKEN',
    build: (chart) => {
      const web = set(chart);
      web.addClaim('data', ONE_GIBIBYTE);
      web.addClaim('data', ONE_GIBIBYTE);
    },
  },
  {
    input: 'a claim with the name of a volume',
    code: 'VOLUME_NAME_TAKEN',
    build: (chart) => set(chart, { volumes: [emptyDir(chart, 'data')] }).addClaim('data', ONE_GIBIBYTE),
  },
  {
    input: 'a volume with the name of a claim',
    code: 'VOLUME_NAME_TAKEN',
    build: (chart) => {
      const web = set(chart);
      web.addClaim('data', ONE_GIBIBYTE);
      web.addVolume(emptyDir(chart, 'data'));
    },
  },
  {
    input: 'a mounted volume with the name of a claim',
    code: 'VOLUME_NAME_TAKEN',
    atSynth: true,
    build: (chart) => {
      const web = set(chart);
      web.addClaim('data', ONE_GIBIBYTE);
      web.containers[0].mount('/data', emptyDir(chart, 'data'));
    },
  },
  { input: 'two volumes at one path', code: 'MOUNT_PATH_TAKEN', build: mountedAt('/data', '/data') },
  {
    input: 'two volumes at paths that are one to the node',
    code: 'MOUNT_PATH_TAKEN',
    build: mountedAt('/data', '/data/'),
  },
  {
    input: 'a claim mounted later, twice at one path',
    code: 'MOUNT_PATH_TAKEN',
    atSynth: true,
    build: mountedLater('/data', '/data'),
  },
  { input: 'a relative mount path', code: 'MOUNT_PATH_INVALID', build: mountedAt('data') },
  {
    input: 'a mount path with a colon',
    code: 'MOUNT_PATH_INVALID',
    atSynth: true,
    build: mountedLater('/data:ro'),
  },
];
