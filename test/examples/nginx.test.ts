import { App, Yaml } from 'cdk8s';
import { join } from 'node:path';
import { NginxChart } from '../../examples/nginx/chart';
import type { JsonObject } from '../../lib/manifests/json';
import { fieldsOf, manifestOf, manifestsOf, podOf } from '../synthesis';

const REFERENCE = Yaml.load(join(__dirname, '../fixtures/nginx-stateful.yaml')) as JsonObject[];
const chart = (): NginxChart => new NginxChart(new App(), 'nginx');

it('renders the Service and the StatefulSet of the reference, in its order, and nothing else', () => {
  const identities = (objects: JsonObject[]): unknown[] =>
    objects.map(({ apiVersion, kind, metadata }) => [apiVersion, kind, (metadata as JsonObject).name]);
  expect(identities(manifestsOf(chart()))).toEqual(identities(REFERENCE));
});

describe.each([
  { kind: 'Service', added: [] },
  {
    kind: 'StatefulSet',
    added: [
      'spec.template.spec.automountServiceAccountToken',
      'spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation',
      'spec.template.spec.containers[0].securityContext.privileged',
      'spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem',
      'spec.template.spec.containers[0].securityContext.runAsNonRoot',
      'spec.template.spec.securityContext.runAsNonRoot',
    ],
  },
])('the $kind', ({ kind, added }) => {
  const reference = fieldsOf(REFERENCE.find((object) => object.kind === kind) ?? {});
  const rendered = fieldsOf(manifestOf(chart(), kind));

  it('has every field of the reference, with the same value', () => {
    expect(reference.size).toBeGreaterThan(5);
    for (const [path, value] of reference) {
      expect([path, rendered.get(path)]).toEqual([path, value]);
    }
  });

  it('adds these fields and no other', () => {
    expect([...rendered.keys()].filter((path) => !reference.has(path))).toEqual(added);
  });
});

it('lets the image start: as root, on port 80, with a file system to write to', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [{ securityContext: { runAsNonRoot: false, readOnlyRootFilesystem: false } }],
    securityContext: { runAsNonRoot: false },
  });
  expect(podOf(chart())).not.toHaveProperty('containers[0].securityContext.runAsUser');
});

it('is as it was', () => {
  expect(manifestsOf(chart())).toMatchSnapshot();
});
