import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ValidationContext } from 'cdk8s-cli/plugins';
import { CheckValidation } from 'cdk8s-stateful';

const set = (name: string, spec: string): string =>
  `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: ${name} }\nspec:\n  ${spec}\n` +
  `  serviceName: web\n  selector: { matchLabels: { app: web } }\n  template:\n    metadata: { labels: { app: web } }\n` +
  `    spec: { containers: [{ name: web, image: nginx }] }\n`;

let file = '';
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'validation-')), 'app.k8s.yaml');
});
afterEach(() => {
  rmSync(path.dirname(file), { recursive: true });
});

/** What cdk8s would print and decide after synthesizing a text. */
async function validated(text: string, validation: CheckValidation) {
  writeFileSync(file, text);
  const context = new ValidationContext([file], 'cdk8s-stateful', '0.0.0', {
    web: { path: 'app/db/Resource' },
  });
  await validation.validate({ manifests: [file], report: context.report });
  return context.report;
}

test('a broken rule fails the synthesis and names the construct, the field and the line', async () => {
  const report = await validated(set('web', 'replica: 3'), new CheckValidation());
  expect(report.success).toBe(false);
  expect(report.toJson().violations).toEqual([
    expect.objectContaining({
      ruleName: 'UNKNOWN_FIELD',
      fix: 'did you mean replicas?',
      violatingConstructs: [
        {
          resourceName: 'web',
          constructPath: 'app/db/Resource',
          manifestPath: file,
          locations: ['spec.replica is not a field of StatefulSetSpec (line 5)'],
        },
      ],
    }),
  ]);
});

test('a warning passes, unless the validation is strict', async () => {
  const risky = set('web', 'updateStrategy: { rollingUpdate: { maxUnavailable: 2 } }');
  const reports = [
    await validated(risky, new CheckValidation({ kubernetesVersion: '1.30' })),
    await validated(risky, new CheckValidation({ strict: true, kubernetesVersion: '1.30' })),
    await validated(risky, new CheckValidation({ strict: true })),
  ];
  expect(reports.map((report) => [report.success, report.toJson().violations.length])).toEqual([
    [true, 1],
    [false, 1],
    [true, 0],
  ]);
});

test('sets that break one rule stand together, each with its own fields', async () => {
  const report = await validated(
    `${set('web', 'replica: 3')}---\n${set('other', 'replica: 3')}`,
    new CheckValidation(),
  );
  const [violation, ...more] = report.toJson().violations;
  expect(more).toEqual([]);
  expect(
    violation.violatingConstructs.map(({ resourceName, locations }) => [resourceName, locations.length]),
  ).toEqual([
    ['other', 1],
    ['web', 1],
  ]);
});

test('a manifest that cannot be read fails', async () => {
  expect((await validated('a: b: c', new CheckValidation())).success).toBe(false);
});

test.each(['1.99', 1.3])('fails on the version %p', (kubernetesVersion) => {
  expect(() => new CheckValidation({ kubernetesVersion: kubernetesVersion as string })).toThrow('in quotes');
});
