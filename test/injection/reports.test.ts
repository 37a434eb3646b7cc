import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type JsonObject } from '../../lib/manifests/json';
import { run } from '../cli/run-program';
import { claimTemplate } from '../plan/manifests';
import { BAD, brokenRollout, OLD, webSet } from '../manifests/live/objects';
import { OBJECTS, replaced, replacedEach, textsIn, withSetSpec } from './inputs';
import { brokenJunit } from '../text/junit-shape';
import { sarifErrors } from '../text/sarif-schema';
import { brokenAnnotations, brokenMarkdown, brokenMermaid, brokenSvg, unseenIn } from './shapes';

jest.setTimeout(180_000);

/** Each is put into every text of the input: the script has a suite of its own. A line that begins with FORGED came out of its place. */
const PAYLOADS: Readonly<Record<string, string>> = {
  terminal: 'a\u001b[2J\u001b]0;b\u0007\u009bc\u007f\r\u0085\u2028\u2029\u202ed\u2066\u200b\ufeff\u{e0041}',
  lines: 'a\nFORGED\r\nFORGED\n\n# FORGED\n---\nFORGED: x',
  html: '</text></svg><script>alert(1)</script><img src=x onerror="a">&lt;b&gt;&amp;]]><!--',
  Markdown: '|a|\\|`b`` [c](javascript:d) ![e](f) @team #1 https://a.b www.c.d **g** _h_ ```\n```\n> i',
  Mermaid: '"];click s0 "javascript:a"\n%%{init: {"a":1}}%%\n  end\n  b["c"]; #quot; ${d} `e`',
};

const GROWN = { volumeClaimTemplates: [claimTemplate('data', '20Gi', { storageClassName: 'standard' })] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'injection-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, objects: readonly JsonObject[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  return file;
}

/** Answers of the API server and commands keep their lines: text indents them, Markdown has them in blocks of code. */
function isForged(report: string, [command, ...options]: readonly string[]): boolean {
  return command === 'plan'
    ? !options.includes('markdown') && /^FORGED/m.test(report)
    : /^\s*FORGED/m.test(report);
}

/** What is wrong with a report. */
function faultsOf(args: readonly string[], isTTY = false): readonly string[] {
  const { code, out, err } = run(args, isTTY);
  const format = args.at(-1) ?? '';
  const report = code < 2 ? out : err;
  const faults = [
    ...[unseenIn(report)].filter((fault) => fault !== undefined),
    ...(isForged(report, args) ? ['a forged line'] : []),
  ];
  if (code === 2) {
    return faults;
  }
  switch (format) {
    case 'json':
      JSON.parse(out);
      break;
    case 'markdown':
      faults.push(...brokenMarkdown(out));
      break;
    case 'sarif':
      faults.push(...sarifErrors(JSON.parse(out)).map(({ message = '' }) => message));
      break;
    case 'junit':
      faults.push(...[brokenJunit(out)].filter((fault) => fault !== undefined));
      break;
    case 'github':
      faults.push(...brokenAnnotations(out));
      break;
    case 'mermaid':
      faults.push(...brokenMermaid(out));
      break;
    case 'svg':
      faults.push(...[brokenSvg(out)].filter((fault) => fault !== undefined));
      break;
  }
  return faults.map((fault) => `${args[0]} -o ${format}: ${fault}`);
}

function faultsOfPlan(
  old: readonly JsonObject[],
  wanted: readonly JsonObject[],
  formats: readonly string[] = ['text', 'json', 'markdown'],
): readonly string[] {
  const [from, to] = [write('old.yaml', old), write('new.yaml', wanted)];
  return formats.flatMap((format) => faultsOf(['plan', '--from', from, '--to', to, '-o', format], true));
}

function faultsOfAll(old: readonly JsonObject[], wanted: readonly JsonObject[]): readonly string[] {
  const to = write('new.yaml', wanted);
  return [
    ...['text', 'json', 'markdown', 'sarif', 'junit', 'github'].flatMap((format) =>
      faultsOf(['check', to, '-o', format], true),
    ),
    ...['text', 'json', 'markdown', 'mermaid', 'svg'].flatMap((format) =>
      faultsOf(['show', to, '-o', format], true),
    ),
    ...faultsOfPlan(old, wanted, ['text', 'json', 'markdown', 'sarif', 'junit', 'github']),
  ];
}

const WANTED = withSetSpec(GROWN);

describe('text of the input stays text in every report', () => {
  test('the input is reported without faults as it is', () => {
    expect(faultsOfAll(OBJECTS, WANTED)).toEqual([]);
    expect(run(['check', write('old.yaml', OBJECTS)])).toMatchObject({ code: 0, err: '' });
  });

  test.each(Object.entries(PAYLOADS))('%s, wherever a name or value stands', (_, payload) => {
    for (const text of textsIn([...OBJECTS])) {
      const [old, wanted] = [replaced(OBJECTS, text, payload), replaced(WANTED, text, payload)];
      expect([text, faultsOfAll(old, wanted)]).toEqual([text, []]);
      expect([text, faultsOfPlan(OBJECTS, wanted)]).toEqual([text, []]);
      expect([text, faultsOfPlan(old, WANTED)]).toEqual([text, []]);
    }
  });

  test.each(Object.entries(PAYLOADS))(
    '%s, wherever a pod or a revision of a cluster has a text',
    (_, payload) => {
      const fixed = [webSet('nginx:1.30')];
      const shown = (objects: readonly JsonObject[]): readonly string[] =>
        ['text', 'json', 'markdown', 'svg'].flatMap((format) =>
          faultsOf(['show', write('live.yaml', objects), '-o', format], true),
        );
      expect([...faultsOfPlan(brokenRollout(), fixed), ...shown(brokenRollout())]).toEqual([]);
      for (const text of ['ImagePullBackOff', BAD, OLD, 'web-2', 'uid-of-web-2', 'data-web-2']) {
        const objects = replaced(brokenRollout(), text, payload);
        expect([text, faultsOfPlan(objects, fixed), shown(objects)]).toEqual([text, [], []]);
      }
    },
  );

  test('all of them at once, at each place alone', () => {
    const payload = Object.values(PAYLOADS).join(' ');
    replacedEach(OBJECTS, payload).forEach((objects, place) => {
      expect([place, faultsOfAll(OBJECTS, objects)]).toEqual([place, []]);
    });
  });
});

describe('what is wrong with the input is told in lines of text', () => {
  const payload = Object.values(PAYLOADS)
    .filter((text) => text.length < 60)
    .join('')
    .replaceAll('/', '');

  test('whatever a file is called, and whatever it holds', () => {
    write(`${payload}.yaml`, [{ kind: payload }]);
    writeFileSync(path.join(folder, `${payload}2.yaml`), `a: *${payload}`);
    const { code, err } = run(['check', folder]);
    expect([code, unseenIn(err), /^\s*FORGED/m.test(err)]).toEqual([2, undefined, false]);
    expect(err).toMatch(/INPUT_NOT_AN_OBJECT(?:.|\n)*INPUT_SYNTAX/);
  });

  test.each([
    [[payload]],
    [['help', payload]],
    [['check', `--${payload}`]],
    [['check', '-o', payload]],
    [['check', '--kubernetes-version', payload]],
    [['check', payload]],
    [['show', `git:${payload}:a`]],
    [['show', 'git:HEAD:' + payload]],
    [['plan', '--from', 'a', '--to', 'b', payload]],
    [['plan', '--from', payload, '--to', payload]],
  ])('whatever is asked for: %#', (args) => {
    const { code, err } = run(args);
    expect([code, unseenIn(err), /^\s*FORGED/m.test(err)]).toEqual([2, undefined, false]);
  });
});
