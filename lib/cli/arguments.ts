import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  DEFAULT_KUBERNETES_VERSION,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
  type KubernetesRelease,
  parseRelease,
} from '../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../kubernetes/name-rules';
import { type Command, UsageError } from './command';
import { CONFIG_OPTION, HELP_OPTION, type Option } from './option';
import { settingsOf } from './settings';
import { suggestion } from './suggestion';

/** Options as they were given, and what stands between them. */
export interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/**
 * The arguments of a command, and where they leave an option out, what a file of settings says of it. Throws
 * {@link UsageError} on options and settings that it does not have.
 */
export function configuredArguments(
  { name, options }: Pick<Command, 'name' | 'options'>,
  args: readonly string[],
): ParsedArguments {
  const parsed = parseArguments(args, options);
  const settings = settingsOf(name, options, textOption(parsed, CONFIG_OPTION.name));
  return { ...parsed, values: { ...settings, ...parsed.values } };
}

/** Parses arguments. Throws {@link UsageError} on options that are not among those that are given. */
export function parseArguments(args: readonly string[], options: readonly Option[]): ParsedArguments {
  const config = configOf(options);
  try {
    // A switch that settings turn on is turned off by --no-NAME.
    return parseArgs({ args: [...args], options: config, allowPositionals: true, allowNegative: true });
  } catch (error) {
    const unknown = unknownOption(args, config);
    if (unknown !== undefined) {
      const names = [...options, HELP_OPTION].map(({ name }) => name);
      throw new UsageError(`unknown option '${unknown}'${suggestion(unknown.slice(2), names, '--')}`);
    }
    throw new UsageError((error as Error).message.replaceAll('\n', ' '));
  }
}

function configOf(options: readonly Option[]): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    options.map(({ name, short, value, isRepeatable = false }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: isRepeatable,
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
}

/** The first option that nobody knows, as it was written. */
function unknownOption(
  args: readonly string[],
  config: NonNullable<ParseArgsConfig['options']>,
): string | undefined {
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    strict: false,
    tokens: true,
    allowNegative: true,
  });
  return tokens.filter((token) => token.kind === 'option').find(({ name }) => !Object.hasOwn(config, name))
    ?.rawName;
}

/** The texts of an option that may be given several times, in their order. */
export function textOptions({ values }: ParsedArguments, name: string): readonly string[] {
  const given = values[name];
  return Array.isArray(given) ? given.filter((text) => typeof text === 'string') : [];
}

/** Whether a switch is given. */
export function switchOption({ values }: ParsedArguments, name: string): boolean {
  return values[name] === true;
}

/** The text of an option, the last one where it is given several times; undefined where it is not. */
export function textOption({ values }: ParsedArguments, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The option --namespace. Throws {@link UsageError} on a text that is no name of a namespace. */
export function namespaceOption(parsed: ParsedArguments): string | undefined {
  const namespace = textOption(parsed, 'namespace');
  const problem = namespace === undefined ? undefined : dnsLabelProblem(namespace);
  if (problem !== undefined) {
    throw new UsageError(`--namespace ${shownText(namespace ?? '')} ${problem}`);
  }
  return namespace;
}

/** The option --kubernetes-version. Throws {@link UsageError} on a version that is not known. */
export function kubernetesVersionOption(parsed: ParsedArguments): KubernetesVersion {
  return kubernetesReleaseOption(parsed).version;
}

/** The same with its patch, where it is said. */
export function kubernetesReleaseOption(parsed: ParsedArguments): KubernetesRelease {
  return releaseOption(parsed, 'kubernetes-version') ?? { version: DEFAULT_KUBERNETES_VERSION };
}

/** An option that names a version, with its patch or without. Throws {@link UsageError} on one that is not known. */
export function releaseOption(parsed: ParsedArguments, name: string): KubernetesRelease | undefined {
  const text = textOption(parsed, name);
  const release = text === undefined ? undefined : parseRelease(text);
  if (text !== undefined && release === undefined) {
    throw new UsageError(
      `--${name} ${shownText(text)} is unknown; write ${KUBERNETES_VERSIONS[0]} to ${KUBERNETES_VERSIONS.at(-1) ?? ''}`,
    );
  }
  return release;
}

/** An option that takes one of several words, the first where it is not given. Throws {@link UsageError} on others. */
export function choiceOption<T extends string>(
  parsed: ParsedArguments,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const text = textOption(parsed, name) ?? choices[0];
  const choice = choices.find((one) => one === text);
  if (choice === undefined) {
    throw new UsageError(
      `--${name} ${shownText(text)} is unknown; choose ${listed(choices)}${suggestion(text, choices)}`,
    );
  }
  return choice;
}

/** The text of an option as a message has it: an empty one, as variables of a shell give it, is seen. */
export function shownText(text: string): string {
  return text === '' ? "''" : text;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
