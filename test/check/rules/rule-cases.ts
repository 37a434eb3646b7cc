import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type KubernetesVersion, parseRelease } from '../../../lib/kubernetes/kubernetes-version';

/** What a rule is expected to say of a manifest. */
export type Outcome = 'failing' | 'passing' | 'not applicable';

/** One case of a rule's fixture: a manifest and what the rule says of it. */
export interface RuleCase {
  readonly outcome: Outcome;
  readonly title: string;
  /** The version to judge for; undefined for one that the rule is about. */
  readonly version?: KubernetesVersion;
  /** The patch of it, where the rule is about patches. */
  readonly patch?: number;
  readonly manifest: string;
  /** The lines (from 1) of `manifest` that are marked `# fails`, once for each finding. */
  readonly failingLines: readonly number[];
}

const HEADER = /^## (failing|passing|not applicable)(?: \((1\.\d+(?:\.\d+)?)\))?: (.+)$/gm;
const MARK = /\s# fails(?: (\d+) times)?$/;

/** The fixture of a rule: `set-name-invalid.yaml` for `SET_NAME_INVALID`. */
export function fixtureOf(code: string): string {
  return path.join(__dirname, 'fixtures', `${code.toLowerCase().replaceAll('_', '-')}.yaml`);
}

/** The cases of a rule, in the order of its fixture; none where there is no fixture. */
export function casesOf(code: string): readonly RuleCase[] {
  const file = fixtureOf(code);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const headers = [...text.matchAll(HEADER)];
  return headers.map((header, index) => {
    const [line, outcome, version, title] = header;
    const manifest = text
      .slice(header.index + line.length, headers.at(index + 1)?.index)
      .replace(/^\n/, '')
      .replace(/---\n$/, '');
    return {
      outcome: outcome as Outcome,
      title,
      ...parseRelease(version),
      manifest,
      failingLines: failingLinesOf(manifest),
    };
  });
}

function failingLinesOf(manifest: string): number[] {
  return manifest.split('\n').flatMap((line, index) => {
    const mark = MARK.exec(line);
    return mark === null ? [] : Array<number>(Number(mark.at(1) ?? 1)).fill(index + 1);
  });
}
