import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS } from '../kubernetes/kubernetes-version';

/** One option of a command: what parses it, what the help says of it, and what a shell completes. */
export interface Option {
  /** The name without dashes. */
  readonly name: string;
  /** The letter that stands for the name. */
  readonly short?: string;
  /** What stands for the value in the help; absent where the option is a switch. */
  readonly value?: string;
  /** The values that it takes, where they are few. The first is the default. */
  readonly choices?: readonly string[];
  /** Whether the value is the path of a file or folder. */
  readonly isPath?: boolean;
  /** Whether it may be given several times. */
  readonly isRepeatable?: boolean;
  /** Whether a file of settings may give it, too. */
  readonly isSetting?: boolean;
  /** What it does, in lines that fit beside the names. */
  readonly help: readonly string[];
}

/** The option that prints the help. Every command has it, and the program looks for it before the command does. */
export const HELP_OPTION: Option = { name: 'help', short: 'h', help: ['print this'] };

/** The file of settings. */
export const CONFIG_OPTION: Option = {
  name: 'config',
  value: 'FILE',
  isPath: true,
  help: [
    'settings for the options; cdk8s-stateful.yaml or the key cdk8s-stateful of package.json',
    'in this folder, where it is not given',
  ],
};

/** The version of the cluster. */
export const KUBERNETES_VERSION_OPTION: Option = {
  name: 'kubernetes-version',
  value: 'V',
  isSetting: true,
  help: [versionHelp()],
};

/** The namespace of objects that name none. */
export const NAMESPACE_OPTION: Option = {
  name: 'namespace',
  short: 'n',
  value: 'NAME',
  isSetting: true,
  help: ['the namespace of objects without one'],
};

/** The format of the output. The first one is the default. */
export function formatOption(choices: readonly string[], help: readonly string[]): Option {
  return { name: 'output', short: 'o', value: 'FORMAT', choices, isSetting: true, help };
}

function versionHelp(): string {
  const words = KUBERNETES_VERSIONS.map((version, index) => ({ version, index }))
    .filter(({ index }) => index === 0 || index === KUBERNETES_VERSIONS.length - 1)
    .map(({ version }) => (version === DEFAULT_KUBERNETES_VERSION ? `${version} (the default)` : version));
  return `the version of the cluster, ${words.join(' to ')}`;
}
