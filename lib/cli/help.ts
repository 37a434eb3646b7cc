import { type Command, PROGRAM } from './command';
import { HELP_OPTION, type Option } from './option';

/** What `--help` of a command prints: made of the same options that parse its arguments. */
export function commandHelp(command: Command): string {
  const { name, usage, description, options, examples, exitCodes, notes = [] } = command;
  const labels = [...options, HELP_OPTION].map((option) => ({ label: labelOf(option), help: option.help }));
  const width = Math.max(...labels.map(({ label }) => label.length));
  return [
    `Usage: ${PROGRAM} ${name} ${usage}`,
    '',
    ...description,
    '',
    'Options:',
    ...labels.flatMap(({ label, help }) =>
      help.map((line, index) => `  ${(index === 0 ? label : '').padEnd(width)}  ${line}`),
    ),
    '',
    examples.length === 1 ? 'Example:' : 'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    ...exitCodes,
    '',
    ...notes.flatMap((line, index) => (index === notes.length - 1 ? [line, ''] : [line])),
  ].join('\n');
}

/** What the program prints without a command. */
export function programHelp(commands: readonly Pick<Command, 'name' | 'summary'>[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `Usage: ${PROGRAM} COMMAND [OPTION...]`,
    '',
    'Checks Kubernetes manifests of any tool, above all StatefulSets, and plans their upgrades.',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Options:',
    '  --help     print this, or the help of a command',
    '  --version  print the version',
    '',
  ].join('\n');
}

function labelOf({ name, short, value }: Option): string {
  const names = short === undefined ? `--${name}` : `-${short}, --${name}`;
  return value === undefined ? names : `${names} ${value}`;
}
