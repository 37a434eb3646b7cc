import { type Command, PROGRAM } from './command';
import { COMMANDS } from './commands';
import { HELP_OPTION, type Option } from './option';

/** The shells that completion is there for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The script that makes a shell complete commands, options and their values, made of what parses them. */
export function completionScript(shell: (typeof SHELLS)[number]): string {
  const commands = Object.values(COMMANDS).map((load) => load());
  switch (shell) {
    case 'bash':
      return bashScript(commands);
    case 'zsh':
      // zsh runs completions of bash.
      return `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`;
    case 'fish':
      return fishScript(commands);
  }
}

function optionsOf({ options }: Command): readonly Option[] {
  return [...options, HELP_OPTION];
}

function namesOf({ name, short }: Option): readonly string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}

function bashScript(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return [
    '_cdk8s_stateful() {',
    '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}"',
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W '${names} help' -- "$word"))`,
    '    return',
    '  fi',
    '  case "$command $before" in',
    ...commands.flatMap((command) =>
      command.options.flatMap((option) => {
        const { value, choices } = option;
        const patterns = namesOf(option).map((name) => `'${command.name} ${name}'`);
        return value === undefined
          ? []
          : choices === undefined
            ? [`    ${patterns.join('|')}) COMPREPLY=($(compgen -f -- "$word")); return ;;`]
            : [
                `    ${patterns.join('|')}) COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word")); return ;;`,
              ];
      }),
    ),
    '  esac',
    '  case "$command $word" in',
    ...commands.map((command) => {
      const options = optionsOf(command).map(({ name }) => `--${name}`);
      return `    '${command.name} -'*) COMPREPLY=($(compgen -W '${options.join(' ')}' -- "$word")); return ;;`;
    }),
    `    'help '*) COMPREPLY=($(compgen -W '${names}' -- "$word")); return ;;`,
    `    'completion '*) COMPREPLY=($(compgen -W '${SHELLS.join(' ')}' -- "$word")); return ;;`,
    '  esac',
    '  COMPREPLY=($(compgen -f -- "$word"))',
    '}',
    `complete -o filenames -F _cdk8s_stateful ${PROGRAM}`,
    '',
  ].join('\n');
}

function fishScript(commands: readonly Command[]): string {
  return [
    ...commands.map(
      ({ name, summary }) =>
        `complete -c ${PROGRAM} -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap((command) =>
      optionsOf(command).map((option) => {
        const { name, short, value, choices, help } = option;
        return [
          `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${command.name}' -l ${name}`,
          ...(short === undefined ? [] : [`-s ${short}`]),
          ...(value === undefined
            ? []
            : [choices === undefined ? '-r' : `-x -a ${quoted(choices.join(' '))}`]),
          `-d ${quoted(help[0])}`,
        ].join(' ');
      }),
    ),
    `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(' ')}'`,
    '',
  ].join('\n');
}

/** A text as one word of fish. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
