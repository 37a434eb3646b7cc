import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { type Baseline, baselineOf, parsedBaseline } from '../check/baseline';
import { type Finding } from '../check/finding';
import { type Narrowing } from '../check/narrowed';
import { ENGINE_RULES, RULES } from '../check/rules';
import { InputBudget } from '../manifests/reading/input-budget';
import { readFileText } from '../manifests/reading/read-text';
import { jsonText } from '../text/printable';
import { type ParsedArguments, shownText, switchOption, textOption, textOptions } from './arguments';
import { UsageError } from './command';
import { matchesGlob } from './glob';
import { type Option } from './option';
import { suggestion } from './suggestion';

/** The options that say which findings are shown. */
export const NARROWING_OPTIONS: readonly Option[] = [
  {
    name: 'ignore',
    value: 'CODE',
    isRepeatable: true,
    isSetting: true,
    help: ['leave out findings of this code; may be given several times'],
  },
  {
    name: 'only',
    value: 'CODE',
    isRepeatable: true,
    isSetting: true,
    help: ['show findings of this code alone; may be given several times'],
  },
  {
    name: 'skip-path',
    value: 'GLOB',
    isRepeatable: true,
    isSetting: true,
    help: [
      "leave out findings in these files, such as 'vendor/**'; their objects stay known to others;",
      'may be given several times',
    ],
  },
  {
    name: 'baseline',
    value: 'FILE',
    isPath: true,
    isSetting: true,
    help: ['leave out the findings that this file lists'],
  },
  { name: 'write-baseline', help: ['write all findings to the file of --baseline, and exit with 0'] },
];

/** What the arguments say of which findings are shown. Throws {@link UsageError} on codes and files that are none. */
export function narrowingOf(parsed: ParsedArguments): Narrowing {
  const skipped = textOptions(parsed, 'skip-path');
  if (skipped.includes('')) {
    throw new UsageError(
      "--skip-path '' skips nothing; write a pattern such as 'vendor/**', or leave it out",
    );
  }
  return {
    ignore: codesOf(parsed, 'ignore'),
    only: codesOf(parsed, 'only'),
    isSkipped: (file) => skipped.some((pattern) => matchesGlob(file, pattern)),
    ...(isWriting(parsed) ? {} : { baseline: baselineIn(parsed) }),
  };
}

/** The file to which the baseline is to be written; undefined where it is not. Throws {@link UsageError}. */
export function writtenBaselineOf(parsed: ParsedArguments): string | undefined {
  if (!isWriting(parsed)) {
    return undefined;
  }
  const file = textOption(parsed, 'baseline');
  if (file === undefined) {
    throw new UsageError('--write-baseline needs --baseline FILE');
  }
  return file;
}

/** Writes the baseline that covers findings: all of it, or nothing. Throws {@link UsageError} where it cannot. */
export function writeBaseline(file: string, findings: readonly Finding[]): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, `${jsonText(baselineOf(findings))}\n`);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    const { code = 'unknown cause' } = error as NodeJS.ErrnoException;
    throw new UsageError(`--baseline ${file} cannot be written (${code})`);
  }
}

function isWriting(parsed: ParsedArguments): boolean {
  return switchOption(parsed, 'write-baseline');
}

function codesOf(parsed: ParsedArguments, name: string): ReadonlySet<string> {
  return new Set(textOptions(parsed, name).map((code) => knownCode(code, `--${name}`)));
}

/** A code of a rule. Throws {@link UsageError} on others. */
export function knownCode(code: string, option: string): string {
  const codes = [...RULES, ...ENGINE_RULES].map((rule) => rule.code);
  if (!codes.includes(code)) {
    throw new UsageError(
      `${option} ${shownText(code)} is no code of a rule${suggestion(code, codes)}; see cdk8s-stateful check --list-rules`,
    );
  }
  return code;
}

function baselineIn(parsed: ParsedArguments): Baseline | undefined {
  const file = textOption(parsed, 'baseline');
  if (file === undefined) {
    return undefined;
  }
  const text = readFileText(file, new InputBudget());
  if (typeof text !== 'string') {
    throw new UsageError(
      `--baseline ${file}: ${text.message} [${text.code}]; write it with --write-baseline`,
    );
  }
  const baseline = parsedBaseline(text);
  if (baseline === undefined) {
    throw new UsageError(`--baseline ${file} is no baseline; write it with --write-baseline`);
  }
  return baseline;
}
