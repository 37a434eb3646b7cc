import { ruleListText, ruleText } from '../check/report/rule-text';
import { ENGINE_RULES, RULES } from '../check/rules';
import { type ParsedArguments, switchOption, textOption } from './arguments';
import { type OutputStream } from './command';
import { knownCode } from './narrowing';
import { type Option } from './option';
import { paletteOf } from './terminal';

/** The options that tell of rules instead of checking. */
export const RULE_OPTIONS: readonly Option[] = [
  { name: 'list-rules', help: ['print every rule, and check nothing'] },
  { name: 'explain', value: 'CODE', help: ['print why the findings of a rule matter and how to fix them'] },
];

/** What the arguments ask of rules; undefined where they ask nothing. Throws {@link UsageError} on unknown codes. */
export function askedOfRules(parsed: ParsedArguments, out: OutputStream): string | undefined {
  if (switchOption(parsed, 'list-rules')) {
    return ruleListText(paletteOf(out));
  }
  const code = textOption(parsed, 'explain');
  if (code === undefined) {
    return undefined;
  }
  const known = knownCode(code.toUpperCase(), '--explain');
  const rules = [...RULES, ...ENGINE_RULES].filter((rule) => rule.code === known);
  return rules.map((rule) => ruleText(rule, paletteOf(out))).join('');
}
