import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { App, type Chart, Testing } from 'cdk8s';
import { CassandraChart } from '../../examples/cassandra/chart';
import { EtcdChart } from '../../examples/etcd/chart';
import { KafkaChart } from '../../examples/kafka/chart';
import { NginxChart } from '../../examples/nginx/chart';
import { NginxWithStorageChart } from '../../examples/nginx-with-storage/chart';
import { PostgreSqlChart } from '../../examples/postgresql/chart';
import { RedisChart } from '../../examples/redis/chart';
import { ZooKeeperChart } from '../../examples/zookeeper/chart';
import { check } from '../../lib/check/check';
import { RULES } from '../../lib/check/rules';
import { Severity } from '../../lib/check/rule';
import { type JsonObject } from '../../lib/manifests/json';
import { type Manifest, manifestOf } from '../../lib/manifests/manifest';
import { readManifests } from '../../lib/manifests/reading/read-manifests';
import { readPaths } from '../../lib/manifests/reading/read-paths';
import { setWithEverything } from '../everything';
import { newChart } from '../synthesis';
import { casesOf } from '../check/rules/rule-cases';

/** Manifests to adopt, and what they are. */
export interface AdoptionCase {
  readonly title: string;
  readonly manifests: readonly Manifest[];
}

const CHARTS = {
  cassandra: CassandraChart,
  etcd: EtcdChart,
  kafka: KafkaChart,
  nginx: NginxChart,
  'nginx-with-storage': NginxWithStorageChart,
  postgresql: PostgreSqlChart,
  redis: RedisChart,
  zookeeper: ZooKeeperChart,
};

/** What each example makes. */
export function examples(): readonly AdoptionCase[] {
  return Object.entries(CHARTS).map(([title, chart]) => ({
    title,
    manifests: manifestsOfChart(new chart(new App(), title)),
  }));
}

/** A set that says everything that can be said of one: some of it only of clusters of some versions. */
export function everything(): AdoptionCase {
  const chart = newChart();
  setWithEverything(chart);
  return { title: 'a set with everything', manifests: manifestsOfChart(chart) };
}

/** The sets that ran before there was code for them. */
export function runningSets(): readonly AdoptionCase[] {
  const folder = path.join(__dirname, '..', 'fixtures', 'running');
  return readdirSync(folder).map((file) => ({
    title: file,
    manifests: readPaths([path.join(folder, file)]).manifests,
  }));
}

/** The cases of the rules in which nothing is wrong. */
export function passingFixtures(): readonly AdoptionCase[] {
  return RULES.flatMap(({ code }) =>
    casesOf(code)
      .filter(({ outcome }) => outcome === 'passing')
      .map(({ title, manifest }) => ({
        title: `${code}: ${title}`,
        manifests: readManifests(manifest, code).manifests,
      }))
      .filter(({ manifests }) => isFaultless(manifests)),
  );
}

/** The objects whose verdicts are recorded from API servers: each has a field that others have not. */
export const RECORDED_OBJECTS: readonly JsonObject[] = Object.values(
  JSON.parse(
    readFileSync(path.join(__dirname, '..', 'check', 'rules', 'verdicts', 'objects.json'), 'utf8'),
  ) as Record<string, JsonObject>,
);

/** The folder of public manifests, which is not part of the repository. */
export const CORPUS = path.join(__dirname, '..', '..', '..', 'shared', 'corpus');

/** The public manifests, file by file; none where the folder is not there. */
export function corpus(): readonly AdoptionCase[] {
  const folder = [process.env.ADOPT_CORPUS ?? '', CORPUS].find((one) => one !== '' && existsSync(one));
  return folder === undefined
    ? []
    : readdirSync(folder)
        .filter((file) => /\.(ya?ml|json)$/.test(file))
        .map((file) => ({ title: file, manifests: readPaths([path.join(folder, file)]).manifests }));
}

function manifestsOfChart(chart: Chart): readonly Manifest[] {
  return (Testing.synth(chart) as JsonObject[]).map((object) => manifestOf(object));
}

export function isFaultless(manifests: readonly Manifest[]): boolean {
  return check(manifests, RULES).findings.every(({ rule }) => rule.severity !== Severity.ERROR);
}
