import { choiceOption, parseArguments, switchOption, textOption, textOptions } from '../../lib/cli/arguments';
import { UsageError } from '../../lib/cli/command';
import { type Option } from '../../lib/cli/option';

const OPTIONS: readonly Option[] = [
  { name: 'output', short: 'o', value: 'FORMAT', choices: ['text', 'json'], help: ['the format'] },
  { name: 'from', value: 'OLD', isRepeatable: true, help: ['what runs'] },
  { name: 'strict', help: ['fail on warnings'] },
];

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

test('options are parsed as they are described', () => {
  const parsed = parseArguments(['-o', 'json', '--from', 'a', 'x', '--strict', '--from=b', '-'], OPTIONS);
  expect(parsed.positionals).toEqual(['x', '-']);
  expect(textOption(parsed, 'output')).toBe('json');
  expect(textOptions(parsed, 'from')).toEqual(['a', 'b']);
  expect(switchOption(parsed, 'strict')).toBe(true);
});

test('options that are not given have no text and are off', () => {
  const parsed = parseArguments([], OPTIONS);
  expect([textOption(parsed, 'output'), textOptions(parsed, 'from'), switchOption(parsed, 'strict')]).toEqual(
    [undefined, [], false],
  );
});

test.each([
  [['--ouptut', 'json'], "unknown option '--ouptut'; did you mean --output?"],
  [['--Strict'], "unknown option '--Strict'; did you mean --strict?"],
  [['x', '--hepl'], "unknown option '--hepl'; did you mean --help?"],
  [['--nonsense'], "unknown option '--nonsense'"],
  [['-q'], "unknown option '-q'"],
])('%j is refused, with the option that was probably meant', (args, message) => {
  expect(messageOf(() => parseArguments(args, OPTIONS))).toBe(message);
});

test.each([[['--output']], [['--strict=yes']]])('%j is refused, naming the option', (args) => {
  expect(messageOf(() => parseArguments(args, OPTIONS))).toContain(args[0].split('=')[0]);
});

test('a word that is no choice is refused, with the one that was probably meant and all that there are', () => {
  const message = (text: string): string =>
    messageOf(() => choiceOption(parseArguments(['-o', text], OPTIONS), 'output', ['text', 'json', 'svg']));
  expect(message('jsno')).toBe('--output jsno is unknown; choose text, json or svg; did you mean json?');
  expect(message('yaml')).toBe('--output yaml is unknown; choose text, json or svg');
});
