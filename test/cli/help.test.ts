import { parseArguments } from '../../lib/cli/arguments';
import { PROGRAM } from '../../lib/cli/command';
import { COMMANDS } from '../../lib/cli/commands';
import { commandHelp, programHelp } from '../../lib/cli/help';

const commands = Object.values(COMMANDS).map((load) => load());

test('the program lists every command with its summary', () => {
  const help = programHelp(commands);
  expect(
    commands.filter(({ name, summary }) => help.includes(`  ${name}`) && help.includes(summary)),
  ).toEqual(commands);
});

describe.each(commands.map((command) => [command.name, command] as const))('%s --help', (name, command) => {
  const help = commandHelp(command);

  test('names every option, and --help', () => {
    const missing = [...command.options, { name: 'help' }].filter((one) => !help.includes(`--${one.name}`));
    expect(missing).toEqual([]);
  });

  test('names every choice of an option', () => {
    for (const { choices: known = [], help: lines } of command.options) {
      expect(known.filter((one) => !new RegExp(`\\b${one}\\b`).test(lines.join(' ')))).toEqual([]);
    }
  });

  test('has examples whose options the command takes', () => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      expect(help).toContain(`  ${example}\n`);
      const words = example
        .slice(example.indexOf(`cdk8s-stateful ${name}`))
        .replace(/\s*[|>)].*$/, '')
        .split(/\s+/);
      expect(words.slice(0, 2)).toEqual([PROGRAM, name]);
      expect(() => parseArguments(words.slice(2), command.options)).not.toThrow();
    }
  });

  test('fits a terminal', () => {
    expect(help.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });
});
