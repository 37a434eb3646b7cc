import { REFUSALS } from '../../lib/errors/refusals';
import { REFUSED_INPUTS } from '../errors/refused-inputs';

/** The page of all refusals, made from their table and from the inputs that the tests hold them to. */
export function errorsPage(): string {
  return `${[
    '# Errors',
    'What the constructs refuse. Each message names the construct, the property and the value, and ends with one of ' +
      'these codes: rely on the code, the wording may change. Most errors are thrown where the mistake is made; those that ' +
      'need the whole app are reported by `cdk8s synth`. [Rules](rules.md) that find the same fault in ' +
      'manifests have the same code. This page is made from the code by `npm run docs`.',
    'In TypeScript, what is thrown is a `RefusedError`, whose `code` is one of these: `import { RefusedError, ' +
      "refusalCodes } from 'cdk8s-stateful/errors'`. `refusalCodes(error)` lists the codes of any error, also of the " +
      'one in which `app.synth()` reports all that it finds; the list is empty where the error is no refusal.',
    ...Object.entries(REFUSALS).map(([code, refusal]) => section(code, refusal)),
  ].join('\n\n')}\n`;
}

function section(code: string, { rule, fix }: { rule: string; fix: string }): string {
  const inputs = REFUSED_INPUTS.filter((refused) => refused.code === code);
  const lines = [`- Fix: ${fix}.`, `- Refused, for example: ${inputs.map(({ input }) => input).join('; ')}.`];
  return [`## ${code}`, `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`, lines.join('\n')].join('\n\n');
}
