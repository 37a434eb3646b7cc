import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  DEFAULT_KUBERNETES_VERSION,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
  parseKubernetesVersion,
} from '../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../kubernetes/name-rules';
import { UsageError } from './command';

/** Options as they were given, and what stands between them. */
export interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** Parses the arguments of a command. Throws {@link UsageError} on options that it does not have. */
export function parseArguments(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): ParsedArguments {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const message = (error as Error).message.replace(/\. To specify a positional.*$/s, '');
    throw new UsageError(message.replaceAll('\n', ' '));
  }
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
    throw new UsageError(`--namespace ${namespace ?? ''} ${problem}`);
  }
  return namespace;
}

/** The option --kubernetes-version. Throws {@link UsageError} on a version that is not known. */
export function kubernetesVersionOption(parsed: ParsedArguments): KubernetesVersion {
  const text = textOption(parsed, 'kubernetes-version');
  const version = text === undefined ? DEFAULT_KUBERNETES_VERSION : parseKubernetesVersion(text);
  if (version === undefined) {
    throw new UsageError(
      `--kubernetes-version ${text ?? ''} is unknown; write ${KUBERNETES_VERSIONS[0]} to ${KUBERNETES_VERSIONS.at(-1) ?? ''}`,
    );
  }
  return version;
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
    throw new UsageError(`--${name} ${text} is unknown; choose ${choices.join(' or ')}`);
  }
  return choice;
}
