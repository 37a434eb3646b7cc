import { groupedBy } from '../../manifests/grouped';
import { objectText } from '../../manifests/manifest';
import { Severity } from '../rule';
import { type CheckJson, type FindingJson } from './check-json';
import { countText } from '../../text/count-text';
import { type Palette, PLAIN } from '../../text/palette';
import { printableData } from '../../text/printable';

/** A check for people: findings by file and object, why they matter and how to fix them, then a line of figures. */
export function checkText(json: CheckJson, palette: Palette = PLAIN): string {
  const explained = new Set<string>();
  const blocks = groupsOf(printableData(json.findings)).map((findings) => {
    const [first] = findings;
    const heading = palette.strong(objectText(first.object));
    const lines = findings.map((finding) => {
      const isFirst = !explained.has(finding.code);
      explained.add(finding.code);
      return findingText(finding, isFirst, palette);
    });
    return [heading, ...lines].join('\n');
  });
  const stale = printableData(json.staleBaseline);
  const entries = ['Found no more, write the baseline again:', ...stale.map((entry) => `  ${entry}`)].join(
    '\n',
  );
  return `${[...blocks, ...(stale.length === 0 ? [] : [entries]), checkSummary(json)].join('\n\n')}\n`;
}

/** One object's findings each, by file, then in the order of the file. */
function groupsOf(findings: readonly FindingJson[]): readonly (readonly FindingJson[])[] {
  const groups = groupedBy(findings, ({ source, object }) => JSON.stringify([source.file, object]));
  return [...groups.values()].sort(([{ source: a }], [{ source: b }]) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
}

/** Why a finding matters is said once for each code: a fault often comes in many copies. */
function findingText(finding: FindingJson, withReason: boolean, palette: Palette): string {
  const { code, severity, path, message, why, fix, source, construct } = finding;
  const mark = severity === Severity.ERROR ? palette.error : palette.warning;
  const line = (label: string, text: string): string => `    ${palette.faint(`${label}:`)} ${text}`;
  return [
    `  ${mark(severity)} ${palette.strong(code)}  ${source.file}:${source.line}`,
    `    ${[path, message].filter((part) => part !== '').join(' ')}`,
    ...(withReason ? [line('why', why)] : []),
    line('fix', fix),
    ...(construct === undefined ? [] : [line('construct', construct)]),
  ].join('\n');
}

/** How much was found and looked at, in one line. */
export function checkSummary({
  summary,
  kubernetesVersion,
  staleBaseline,
  problems,
  moreProblems,
}: CheckJson): string {
  const { objects, checked, errors, warnings, acknowledged, ignored, baselined } = summary;
  const found = `${countText(errors, 'error')}, ${countText(warnings, 'warning')}`;
  const looked = `${checked} of ${countText(objects, 'object')} checked for Kubernetes ${kubernetesVersion}`;
  const unread = problems.length + moreProblems;
  const hidden = [
    ...(unread === 0 ? [] : [`${countText(unread, 'problem')} of the input, which was not read in whole`]),
    ...(acknowledged === 0 ? [] : [`${countText(acknowledged, 'finding')} acknowledged`]),
    ...(ignored === 0 ? [] : [`${countText(ignored, 'finding')} ignored`]),
    ...(baselined === 0 ? [] : [`${countText(baselined, 'finding')} in the baseline`]),
    ...(staleBaseline.length === 0
      ? []
      : [`${countText(staleBaseline.length, 'entry', 'entries')} of the baseline found no more`]),
  ];
  return [found, looked].join('; ') + hidden.map((text) => `; ${text}`).join('');
}
