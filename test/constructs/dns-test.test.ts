import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { manifestOf, newChart, NGINX } from '../synthesis';

interface JobSpec {
  readonly ttlSecondsAfterFinished: number;
  readonly template: {
    readonly spec: { readonly containers: { readonly image: string; readonly command: string[] }[] };
  };
}

function jobOf(timeout?: Duration): JobSpec {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { replicas: 2, containers: [NGINX] });
  set.addDnsTest({ timeout, keep: Duration.minutes(1) });
  return manifestOf(chart, 'Job', 'web-dns-test').spec as unknown as JobSpec;
}

/** Runs the script of the Job with an `nslookup` that knows only some names. */
function run(known: string): { status: number | null; stdout: string } {
  const bin = mkdtempSync(join(tmpdir(), 'dns-test-'));
  try {
    const nslookup = join(bin, 'nslookup');
    writeFileSync(nslookup, `#!/bin/sh\ncase "$1" in ${known}) exit 0;; *) exit 1;; esac\n`);
    chmodSync(nslookup, 0o755);
    const [shell, ...args] = jobOf(Duration.seconds(0)).template.spec.containers[0].command;
    const env = { PATH: `${bin}:${process.env.PATH ?? ''}` };
    return spawnSync(shell, args, { env, encoding: 'utf8' });
  } finally {
    rmSync(bin, { recursive: true });
  }
}

it('is a Job with the image that resolves names as the cluster does, and goes away by itself', () => {
  const { template, ttlSecondsAfterFinished } = jobOf();
  expect(template.spec.containers[0].image).toBe('busybox:1.28');
  expect(ttlSecondsAfterFinished).toBe(60);
});

it('succeeds when each pod has its name', () => {
  expect(run('web-[01].web-headless')).toMatchObject({
    status: 0,
    stdout: 'web-0.web-headless resolves\nweb-1.web-headless resolves\n',
  });
});

it('fails for the first pod without a name', () => {
  expect(run('web-0.web-headless')).toMatchObject({
    status: 1,
    stdout: 'web-0.web-headless resolves\nweb-1.web-headless does not resolve\n',
  });
});

it('is the same wherever the set stands', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { containers: [NGINX] });
  set.addDnsTest();
  expect(JSON.stringify(manifestOf(chart, 'Job'))).not.toContain('chart');
});
