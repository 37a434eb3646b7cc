import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type JsonObject } from '../../lib/manifests/json';
import { brokenRollout, listOf, webSet } from '../manifests/live/objects';
import { run } from './run-program';

const PATH = process.env.PATH;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cluster-input-'));
  write('new.json', webSet('nginx:1.30'));
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

function write(name: string, object: JsonObject): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(object));
  return file;
}

/** Puts a kubectl first that notes its words, a line each, and then does this. */
function kubectl(does: string): void {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const file = path.join(bin, 'kubectl');
  writeFileSync(file, `#!/bin/sh\nfor word do printf '%s\\n' "$word" >>'${folder}/words'; done\n${does}\n`);
  chmodSync(file, 0o755);
  process.env.PATH = `${bin}:${PATH ?? ''}`;
}

function words(): readonly string[] {
  return readFileSync(path.join(folder, 'words'), 'utf8').trimEnd().split('\n');
}

const cluster = (): string => `cat '${write('live.json', listOf(...brokenRollout()))}'`;
const to = (): readonly string[] => ['--to', path.join(folder, 'new.json')];

describe('a command that reads a cluster', () => {
  test.each([[['--context', 'prod']], [['--context', 'prod', '--from', 'cluster']]])(
    'plans from it with %j, in the namespace of the manifests',
    (options) => {
      kubectl(cluster());
      const { code, out } = run(['plan', ...options, ...to()]);
      expect(code).toBe(0);
      expect(out).toContain('ROLLOUT_STUCK');
      expect(words()).toContain('--context=prod');
      expect(words()).toContain('--namespace=prod');
      expect(words().filter((word) => !word.startsWith('--'))).toEqual([
        'get',
        expect.stringContaining('pods,controllerrevisions.apps') as string,
      ]);
    },
  );

  test('asks who has set the fields where the manifests are applied server-side', () => {
    kubectl(cluster());
    run(['plan', '--context', 'prod', ...to()]);
    expect(words()).not.toContain('--show-managed-fields');
    run(['plan', '--context', 'prod', '--apply-mode', 'server', ...to()]);
    expect(words()).toContain('--show-managed-fields');
  });

  test('shows what it has, in the namespace that is asked for', () => {
    kubectl(cluster());
    const { code, out } = run(['show', '--kubeconfig', '/a b/config', '-n', 'other']);
    expect(code).toBe(0);
    expect(out).toContain('The controller waits for web-2 (ImagePullBackOff)');
    expect(words()).toEqual(expect.arrayContaining(['--kubeconfig=/a b/config', '--namespace=other']));
  });

  test('gives its words to no shell', () => {
    kubectl(cluster());
    run(['show', '--context', `$(touch ${folder}/pwned); --server=http://pwned`]);
    expect(words()[0]).toBe(`--context=$(touch ${folder}/pwned); --server=http://pwned`);
  });

  test.each([
    ['Error from server (Forbidden): pods is forbidden: User "x" cannot list', 'CLUSTER_FORBIDDEN'],
    ['error: context "prod" does not exist', 'CONTEXT_UNKNOWN'],
    ['The connection to the server 127.0.0.1:1 was refused', 'CLUSTER_UNREACHABLE'],
    ['', 'CLUSTER_UNREACHABLE'],
  ])('ends where kubectl says %p', (said, code) => {
    kubectl(`printf '%s\\n' '${said}' >&2; exit 1`);
    for (const args of [['plan', ...to()], ['show']]) {
      const ended = run([...args, '--context', 'prod']);
      expect(ended).toMatchObject({ code: 2, out: '' });
      expect(ended.err).toContain(`the cluster of the context prod:`);
      expect(ended.err).toContain(`[${code}]`);
    }
  });

  test('ends where there is no kubectl', () => {
    process.env.PATH = folder;
    const ended = run(['show', '--context', 'prod']);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('[KUBECTL_MISSING]');
  });

  test.each([
    [['plan', '--context', '', '--to', 'new.json'], 'takes the name of a context'],
    [
      ['plan', '--context', 'a', '--from', 'old.json', '--to', 'new.json'],
      'name no other source than cluster',
    ],
    [['plan', '--to', 'new.json'], '--from is missing'],
    [['show', 'dist', '--context', 'a'], 'name no other source than cluster'],
  ])('fails on %j', (args, says) => {
    const ended = run(args);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(says);
  });
});
