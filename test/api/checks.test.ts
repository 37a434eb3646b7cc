import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Checks, KubernetesVersion, Severity, StatefulSet } from 'cdk8s-stateful';

const BAD = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web }
spec:
  replica: 3
  updateStrategy: { rollingUpdate: { maxUnavailable: 2 } }
  serviceName: web
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: nginx }] }
`;

test('what the constructs make passes', () => {
  const chart = new Chart(Testing.app(), 'app');
  const set = new StatefulSet(chart, 'web', { containers: [{ image: 'nginx:1.27', portNumber: 80 }] });
  set.addContainer({
    name: 'other',
    image: 'nginx:1.27',
    resources: { cpu: { request: kplus.Cpu.millis(10) } },
  });
  expect(Checks.ofManifests(Testing.synth(chart) as unknown[]).findings).toEqual([]);
});

const EARLIER = { kubernetesVersion: KubernetesVersion.V1_30 };

test('findings carry what a program needs', () => {
  const { findings, errors, warnings, problems } = Checks.ofText(BAD, EARLIER);
  expect(problems).toEqual([]);
  expect(
    findings.map(({ code, severity, kind, name, path, line }) => [code, severity, kind, name, path, line]),
  ).toEqual([
    ['UNKNOWN_FIELD', Severity.ERROR, 'StatefulSet', 'web', 'spec.replica', 5],
    [
      'MAX_UNAVAILABLE_DROPPED',
      Severity.WARNING,
      'StatefulSet',
      'web',
      'spec.updateStrategy.rollingUpdate.maxUnavailable',
      6,
    ],
  ]);
  expect([errors, warnings]).toEqual([[findings[0]], [findings[1]]]);
});

test('the version of the cluster decides', () => {
  const latest = { kubernetesVersion: KubernetesVersion.V1_37 };
  const codes = [EARLIER, latest, {}].map((options) =>
    Checks.ofText(BAD, options).findings.map(({ code }) => code),
  );
  expect(codes).toEqual([['UNKNOWN_FIELD', 'MAX_UNAVAILABLE_DROPPED'], ['UNKNOWN_FIELD'], ['UNKNOWN_FIELD']]);
});

test('a report is text and JSON too', () => {
  const report = Checks.ofText(BAD, EARLIER);
  expect(report.toText()).toContain('error UNKNOWN_FIELD  text:5');
  expect(JSON.parse(report.toJsonText())).toMatchObject({ version: 1, summary: { errors: 1, warnings: 1 } });
});

test('what cannot be read is a problem, not an exception', () => {
  expect(Checks.ofText('a: b: c').problems).toHaveLength(1);
  expect(Checks.ofPaths(['no/such/folder']).problems).toHaveLength(1);
  expect(Checks.ofManifests([{}]).findings).toEqual([]);
});
