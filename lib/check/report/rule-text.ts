import { rulePage } from '../../text/documentation';
import { type Palette, PLAIN } from '../../text/palette';
import { sentenceText } from '../../text/notice';
import { type RuleDescription, Severity } from '../rule';
import { ENGINE_RULES, RULES } from '../rules';
import { whyText } from '../why-text';

/** Every rule in a line: its code, how bad its findings are, and what should hold. */
export function ruleListText(palette: Palette = PLAIN): string {
  const rules = [...RULES, ...ENGINE_RULES];
  const width = Math.max(...rules.map(({ code }) => code.length));
  return rules
    .map(({ code, severity, title }) => {
      const mark = severity === Severity.ERROR ? palette.error : palette.warning;
      return `${palette.strong(code.padEnd(width))}  ${mark(severity.padEnd('warning'.length))}  ${title}\n`;
    })
    .join('');
}

/** A rule for people: what should hold, why it matters, and how to fix it. */
export function ruleText(rule: RuleDescription, palette: Palette = PLAIN): string {
  const { code, severity, title, fix, since, until } = rule;
  const mark = severity === Severity.ERROR ? palette.error : palette.warning;
  const line = (label: string, text: string): string =>
    `  ${palette.faint(`${label}:`)} ${sentenceText(text)}`;
  const versions = [since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(', ');
  return [
    `${mark(severity)} ${palette.strong(code)}`,
    `  ${sentenceText(title)}`,
    line('why', whyText(rule)),
    line('fix', fix),
    ...(versions === '' ? [] : [`  ${palette.faint('Kubernetes versions:')} ${versions}`]),
    `  ${palette.faint('page:')} ${rulePage(code)}`,
    '',
  ].join('\n');
}
