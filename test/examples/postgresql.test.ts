import { App } from 'cdk8s';
import { PostgreSqlChart } from '../../examples/postgresql/chart';
import { manifestOf, manifestsOf, podOf } from '../synthesis';

const chart = (): PostgreSqlChart => new PostgreSqlChart(new App(), 'postgresql');
const DATA_DIRECTORY = { name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' };
const DATA_MOUNT = { name: 'data', mountPath: '/var/lib/postgresql/data' };
const containing = (...items: unknown[]): unknown => expect.arrayContaining(items);

it('copies the first pod before the servers of the others start, onto the claim that the server uses', () => {
  expect(podOf(chart())).toMatchObject({
    initContainers: [
      {
        name: 'clone',
        env: containing(
          DATA_DIRECTORY,
          { name: 'PRIMARY_POD', value: 'postgresql-0' },
          { name: 'PRIMARY_HOST', value: 'postgresql-0.postgresql-headless' },
        ),
        volumeMounts: [DATA_MOUNT],
      },
    ],
    containers: [{ env: containing(DATA_DIRECTORY), volumeMounts: containing(DATA_MOUNT) }],
  });
});

it('starts the primary before the replicas that copy it', () => {
  expect(manifestOf(chart(), 'StatefulSet')).not.toHaveProperty('spec.podManagementPolicy');
});

it('reads passwords from a Secret, and writes none into the manifest', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [
      {
        env: containing(
          {
            name: 'POSTGRES_PASSWORD',
            valueFrom: { secretKeyRef: { name: 'postgresql-passwords', key: 'superuser' } },
          },
          {
            name: 'REPLICATION_PASSWORD',
            valueFrom: { secretKeyRef: { name: 'postgresql-passwords', key: 'replication' } },
          },
        ),
      },
    ],
  });
  expect(manifestsOf(chart()).map(({ kind }) => kind)).not.toContain('Secret');
});

it('gives a recovering server two hours, and tells recovery from silence', () => {
  const { containers } = podOf(chart()) as unknown as {
    containers: Record<string, { failureThreshold?: number; exec: { command: string[] } }>[];
  };
  const { startupProbe, livenessProbe, readinessProbe } = containers[0];
  expect(startupProbe.failureThreshold).toBe(720);
  expect(
    [startupProbe, livenessProbe, readinessProbe].map(({ exec }) => /-le \d/.exec(exec.command[2])?.[0]),
  ).toEqual(['-le 0', '-le 1', '-le 0']);
});

it('is as it was', () => {
  expect(manifestsOf(chart())).toMatchSnapshot();
});
