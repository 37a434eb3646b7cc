import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Size, Testing, type Chart } from 'cdk8s';
import { StatefulSet } from '../../lib';
import '../../lib/api/jest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jest-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function chartOf(size: Size, replicas = 3): Chart {
  const chart = Testing.chart();
  const set = new StatefulSet(chart, 'web', { replicas });
  const data = set.addClaim('data', { size });
  set.addContainer({ image: 'nginx:1.27' }).mount('/data', data);
  return chart;
}

/** The chart as it was released. */
function released(chart: Chart): string {
  const file = path.join(folder, 'release.json');
  writeFileSync(
    file,
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: Testing.synth(chart) as unknown[] }),
  );
  return file;
}

describe('the matchers', () => {
  // #region matchers
  test('say that a chart is safe to upgrade to', () => {
    const release = released(chartOf(Size.gibibytes(10)));
    expect(chartOf(Size.gibibytes(10), 5)).toBeUpgradeSafeFrom(release);
    expect(Testing.synth(chartOf(Size.gibibytes(10)))).toBeUpgradeSafeFrom(release);
  });
  // #endregion

  test('fail with the plan where it is not', () => {
    const release = released(chartOf(Size.gibibytes(10)));
    const larger = chartOf(Size.gibibytes(20));
    expect(larger).not.toBeUpgradeSafeFrom(release);
    expect(() => {
      expect(larger).toBeUpgradeSafeFrom(release);
    }).toThrow(/CLAIM_TEMPLATE_GROWN/);
  });

  test('fail where the release cannot be read', () => {
    expect(() => {
      expect(chartOf(Size.gibibytes(10))).toBeUpgradeSafeFrom(path.join(folder, 'gone.yaml'));
    }).toThrow(/INPUT_NOT_FOUND/);
  });

  test('say whether a majority stays if the new template never becomes ready', () => {
    const image = (tag: string, replicas: number): Chart => {
      const chart = Testing.chart();
      new StatefulSet(chart, 'web', { replicas, containers: [{ image: `nginx:${tag}` }] });
      return chart;
    };
    expect(image('1.28', 3)).toKeepQuorumIfBrokenFrom(released(image('1.27', 3)));
    const release = released(image('1.27', 2));
    expect(image('1.28', 2)).not.toKeepQuorumIfBrokenFrom(release);
    expect(() => {
      expect(image('1.28', 2)).toKeepQuorumIfBrokenFrom(release);
    }).toThrow(/the majority \(2\) is lost/);
    expect(() => {
      expect(image('1.28', 2)).toKeepQuorumIfBrokenFrom(path.join(folder, 'gone.yaml'));
    }).toThrow(/INPUT_NOT_FOUND/);
  });

  test('say that a chart passes the checks, and fail with what they found', () => {
    expect(chartOf(Size.gibibytes(10))).toPassChecks();
    const manifests = Testing.synth(chartOf(Size.gibibytes(10))) as { kind: string; spec: object }[];
    const odd = manifests.map((one) =>
      one.kind === 'StatefulSet' ? { ...one, spec: { ...one.spec, replica: 3 } } : one,
    );
    expect(odd).not.toPassChecks();
    expect(() => {
      expect(odd).toPassChecks();
    }).toThrow(/UNKNOWN_FIELD/);
  });

  test.each([[undefined], ['web'], [{}]])('fail on %p, which holds no objects', (odd) => {
    expect(() => {
      expect(odd).toPassChecks();
    }).toThrow('[WRONG_TYPE]');
  });
});
