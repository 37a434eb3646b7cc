import { App, Yaml } from 'cdk8s';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FromHelmChart, FromYamlChart } from '../../docs/examples/adopting-a-running-set';
import { AfterChart, BeforeChart } from '../../docs/examples/moving-from-cdk8s-plus';
import type { JsonObject } from '../../lib/manifests/json';
import { readManifests } from '../../lib/manifests/reading/read-manifests';
import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { Effect } from '../../lib/plan/policy/effect';
import { plan } from '../../lib/plan/plan';
import { manifestsOf } from '../synthesis';

interface SetSpec {
  readonly selector: unknown;
  readonly serviceName: string;
  readonly podManagementPolicy?: string;
  readonly volumeClaimTemplates?: readonly JsonObject[];
}

const RUNNING = join(__dirname, '../fixtures/running');
const yamlOf = (objects: readonly JsonObject[]): string => Yaml.stringify(...objects);
const rendered = (chart: BeforeChart | AfterChart | FromHelmChart | FromYamlChart): string => {
  chart.addSet();
  return yamlOf(manifestsOf(chart));
};

/** What cannot be changed in a set that runs, with what the API server fills in. */
function identityOf(text: string): unknown {
  const { manifests } = readManifests(text, 'set.yaml');
  const set = manifests.find(({ kind }) => kind === 'StatefulSet');
  const { selector, serviceName, podManagementPolicy, volumeClaimTemplates } = set?.content
    .spec as unknown as SetSpec;
  return {
    name: set?.name,
    selector,
    serviceName,
    podManagementPolicy: podManagementPolicy ?? 'OrderedReady',
    volumeClaimTemplates: (volumeClaimTemplates ?? []).map(({ metadata, spec }) => ({
      metadata,
      spec: { volumeMode: 'Filesystem', ...(spec as JsonObject) },
    })),
  };
}

describe.each([
  {
    origin: 'cdk8s-plus-28',
    running: () => rendered(new BeforeChart(new App(), 'shop')),
    adopted: () => rendered(new AfterChart(new App(), 'shop')),
  },
  {
    origin: 'Helm',
    running: () => readFileSync(join(RUNNING, 'helm.yaml'), 'utf8'),
    adopted: () => rendered(new FromHelmChart(new App(), 'orders')),
  },
  {
    origin: 'hand-written YAML',
    running: () => readFileSync(join(RUNNING, 'by-hand.yaml'), 'utf8'),
    adopted: () => rendered(new FromYamlChart(new App(), 'queue')),
  },
])('a running set that comes from $origin', ({ running, adopted }) => {
  it('keeps name, selector, Service, pod management and claim templates', () => {
    expect(identityOf(adopted())).toEqual(identityOf(running()));
  });

  it.each(KUBERNETES_VERSIONS)('is taken over by an apply that Kubernetes %s accepts', (version) => {
    const { effect, rejections } = plan({
      old: readManifests(running(), 'old.yaml').manifests,
      new: readManifests(adopted(), 'new.yaml').manifests,
      version,
    });
    expect(rejections).toEqual([]);
    expect(effect).toBe(Effect.ROLLING_RESTART);
  });
});
