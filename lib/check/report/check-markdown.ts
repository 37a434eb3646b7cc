import { objectText } from '../../manifests/manifest';
import { markdownCode, markdownTable, markdownText } from '../../text/markdown';
import { printableData } from '../../text/printable';
import { type CheckJson, type FindingJson } from './check-json';
import { checkSummary } from './check-text';

/** A check as Markdown, for a comment on a pull request. */
export function checkMarkdown(json: CheckJson): string {
  const findings = printableData(json.findings);
  const problems = printableData(json.problems);
  const isFine = findings.length === 0;
  const blocks = [
    `### Check: ${isFine && problems.length === 0 ? 'nothing found' : 'findings'}`,
    `${checkSummary(json)}.`,
    ...(problems.length === 0
      ? []
      : [
          markdownTable(
            ['not read', 'why'],
            problems.map(({ code, message, file, line }) => [
              markdownCode([file, line].filter(Boolean).join(':')),
              `${markdownText(message)} (${code})`,
            ]),
          ).join('\n'),
        ]),
    ...(isFine
      ? []
      : [
          markdownTable(['severity', 'where', 'object', 'field', 'what is wrong'], findings.map(row)).join(
            '\n',
          ),
          [
            '<details><summary>Why, and how to fix it</summary>',
            '',
            ...reasons(findings),
            '',
            '</details>',
          ].join('\n'),
        ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function row({ code, severity, object, path, message, source }: FindingJson): readonly string[] {
  return [
    `**${severity}**`,
    markdownCode(`${source.file}:${source.line}`),
    markdownText(objectText(object)),
    markdownCode(path),
    `${markdownText(message)} (${code})`,
  ];
}

/** Each code once, with each of its fixes once. */
function reasons(findings: readonly FindingJson[]): readonly string[] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return codes.map((code) => {
    const own = findings.filter((finding) => finding.code === code);
    const fixes = [...new Set(own.map(({ fix }) => markdownText(fix)))];
    return `- ${markdownCode(code)}: ${markdownText(own[0].why)}. Fix: ${fixes.join('; ')}`;
  });
}
