import { namedPathText } from '../differences/named-path';
import { Effect } from '../policy/effect';
import { type Plan } from '../plan-model';
import { type Apply, type Migration, type Procedure } from '../procedures/procedure';
import { type Right } from '../procedures/right';
import { FOUNDATION, PROGRESS } from '../procedures/script/foundation';
import { HANDOVER_FUNCTIONS } from '../procedures/script/handover';
import { SERVICE_FUNCTIONS } from '../procedures/script/services';
import { GROWTH_FUNCTIONS, SET_FUNCTIONS } from '../procedures/script/sets';
import { type ShellArgument, type ShellCall } from '../procedures/shell-call';
import { shellWord, type Step } from '../procedures/step';
import { reasonText } from './reason-text';
import { nameList } from '../../text/name-list';
import { printable } from '../../text/printable';

/**
 * The migration procedure as a POSIX shell script. It looks at everything that it needs before it changes anything,
 * and may be stopped and started again at any time. Text of manifests stands in it as quoted words alone.
 */
export function planScript(plan: Plan): string {
  const lines = plan.migration === undefined ? endLines(plan) : migrationLines(plan, plan.migration);
  return `${lines.join('\n')}\n`;
}

function migrationLines(
  { kubernetesVersion }: Plan,
  { procedures, apply: planned }: Migration,
): readonly string[] {
  // A name that cannot be shown does not stand in a script either: the script has to be told.
  const areShown = planned.files?.every((file) => printable(file) === file) ?? false;
  const apply = areShown ? planned : { ...planned, files: undefined };
  return [
    '#!/bin/sh',
    `# Migration procedure, planned for Kubernetes ${kubernetesVersion}: ${printable(nameList(procedures.map(({ object }) => object)))}.`,
    '# Read it before you run it. It looks at everything that it needs before it changes anything, and may be stopped',
    '# and started again in the same folder: what is done is not done twice.',
    'set -eu',
    'LC_ALL=C',
    'export LC_ALL',
    ...argumentLines(apply),
    ...functionsOf(procedures),
    ...procedures.flatMap(({ script }, index) => [
      `# The new manifest of ${procedures[index].object}.`,
      `manifest_${index + 1}() { printf '%s\\n' ${shellWord(asciiJson(script.manifest))}; }`,
    ]),
    ...applyLines(apply),
    '',
    '# Nothing is changed before all of this holds.',
    'say "Looking at everything that is needed, in the context $context"',
    'look_around',
    ...rightLines(procedures),
    ...procedures.flatMap(({ script }, index) =>
      [...script.about, ...script.looks].map((call) => callText(call, index)),
    ),
    ['rehearse', ...apply.others.map(shellWord)].join(' '),
    '',
    ...changeLines(procedures),
  ];
}

/** JSON without anything that a terminal or an editor could take for more than text. */
function asciiJson(json: string): string {
  return json.replaceAll(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function argumentLines({ files, home, asksForNamespace }: Apply): readonly string[] {
  const usage = [
    'Usage: sh SCRIPT --context NAME',
    ...(asksForNamespace ? ['--namespace NAME'] : []),
    ...(files === undefined ? ['--filename FILE_OR_FOLDER'] : []),
    '[--copies FOLDER] [--timeout SECONDS] [--interval SECONDS]',
  ].join(' ');
  return [
    '',
    `usage() { printf '%s\\n' ${shellWord(usage)} "$1" >&2; exit 2; }`,
    `context= given= home=${shellWord(home ?? '')} copies=cdk8s-stateful-copies timeout=1800 interval=5`,
    'while [ $# -gt 0 ]; do',
    '  [ $# -gt 1 ] || usage "$1 needs a value"',
    '  case $1 in',
    '    --context) context=$2 ;;',
    home === undefined
      ? '    --namespace) home=$2 ;;'
      : '    --namespace) [ "$2" = "$home" ] || usage "this script is for the namespace $home" ;;',
    ...(files === undefined ? ['    --filename) given=$2 ;;'] : []),
    '    --copies) copies=$2 ;;',
    '    --timeout) timeout=$2 ;;',
    '    --interval) interval=$2 ;;',
    '    *) usage "there is no option $1" ;;',
    '  esac',
    '  shift 2',
    'done',
    '[ -n "$context" ] || usage \'say which cluster this is for: the name of a context of kubectl\'',
    ...(asksForNamespace
      ? ['[ -n "$home" ] || usage \'say which namespace the objects are in that name none\'']
      : []),
    ...(files === undefined ? ['[ -n "$given" ] || usage \'say where the new manifests are\''] : []),
    "case $timeout$interval in *[!0-9]*) usage '--timeout and --interval take whole seconds' ;; esac",
    'case $copies in /* | ./*) ;; *) copies=./$copies ;; esac',
    'case $home in *[!a-z0-9-]*) usage "$home is no name of a namespace" ;; esac',
    'scratch=$(mktemp -d)',
    'trap \'rm -rf "$scratch"\' EXIT',
    "trap 'exit 130' INT",
    "trap 'exit 143' TERM HUP",
  ];
}

function functionsOf(procedures: readonly Procedure[]): readonly string[] {
  const called = new Set(
    procedures.flatMap(({ script }) =>
      [script.about, script.looks, script.changes, script.finishes].flat().map(({ name }) => name),
    ),
  );
  const parts: readonly (readonly [string, string])[] = [
    ['look_at_growth', GROWTH_FUNCTIONS],
    ['about_rename', HANDOVER_FUNCTIONS],
    ['look_at_service', SERVICE_FUNCTIONS],
  ];
  const needsSets = called.has('look_at_set') || called.has('about_rename');
  return [
    FOUNDATION,
    PROGRESS,
    ...(needsSets ? [SET_FUNCTIONS] : []),
    ...parts.filter(([name]) => called.has(name)).map(([, text]) => text),
  ].map((text) => text.replace(/\n$/, ''));
}

function applyLines({ files, needsNamespace }: Apply): readonly string[] {
  const names = files?.map((file) => `--filename ${shellWord(fileArgument(file))}`) ?? [
    '--recursive --filename "$given"',
  ];
  const readable = files?.map((file) => shellWord(plainPath(file))).join(' ') ?? '"$given"';
  return [
    '',
    '# apply_files OPTION...: applies the new manifests.',
    'apply_files() {',
    `  k apply ${needsNamespace ? '--namespace "$home" ' : ''}"$@" \\`,
    ...names.map((name, index) => `    ${name}${index < names.length - 1 ? ' \\' : ''}`),
    '}',
    '',
    '# look_around: the files are here, and the cluster answers.',
    'look_around() {',
    `  for file in ${readable}; do`,
    '    [ -r "$file" ] || stop "there is no $file here: run the script in the folder where it was planned"',
    '  done',
    '  kubectl config get-contexts "$context" >/dev/null 2>&1 || stop "there is no context $context in the configuration of kubectl"',
    '  k version >/dev/null 2>&1 || stop "the cluster of the context $context does not answer"',
    '}',
    '',
    '# rehearse OBJECT...: the API server takes each of these from the files.',
    'rehearse() {',
    '  apply_files --dry-run=server --output name >"$scratch/taken" 2>"$scratch/answer" || :',
    '  for object do',
    '    grep -F -q -x -e "$object" "$scratch/taken" || {',
    '      cat "$scratch/answer" >&2',
    '      stop "the API server does not take $object from the new manifests: mend that first"',
    '    }',
    '  done',
    '}',
  ];
}

/** Each right once, in the order in which the procedures name them. */
function rightLines(procedures: readonly Procedure[]): readonly string[] {
  const rights = procedures.flatMap(({ script }) => script.rights);
  return [...new Set(rights.map(rightLine))];
}

function rightLine({ namespace = 'default', resource, verbs }: Right): string {
  return callText({ name: 'may', words: [namespace, resource, ...verbs] }, 0);
}

/** A path that neither the shell nor kubectl takes for an option, an address or a list of files. */
function fileArgument(file: string): string {
  const path = plainPath(file);
  return /[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path;
}

function plainPath(file: string): string {
  return file.startsWith('/') || file.startsWith('./') || file.startsWith('../') ? file : `./${file}`;
}

function changeLines(procedures: readonly Procedure[]): readonly string[] {
  const count = procedures.reduce(
    (sum, { script }) => sum + script.changes.length + script.finishes.length,
    1,
  );
  let step = 0;
  const announced = (title: string, ...lines: readonly string[]): readonly string[] => {
    step += 1;
    return [`say ${shellWord(`${step}/${count} ${title}`)}`, ...lines];
  };
  const part = (calls: 'changes' | 'finishes', { script }: Procedure, index: number): readonly string[] => [
    ...script.about.map((call) => callText(call, index)),
    ...script[calls].flatMap((call) => announced(call.title, callText(call, index))),
    '',
  ];
  return [
    ...procedures.flatMap((procedure, index) => part('changes', procedure, index)),
    ...announced('Apply the new manifests', "apply_files || stop 'the new manifests were not applied'"),
    '',
    ...procedures.flatMap((procedure, index) => part('finishes', procedure, index)),
    "say 'done'",
  ];
}

function callText({ name, words }: ShellCall, index: number): string {
  return [name, ...words.map((word) => argumentText(word, index))].join(' ');
}

function argumentText(argument: ShellArgument, index: number): string {
  if (typeof argument === 'string') {
    return argument === '' ? "''" : shellWord(argument);
  }
  return argument.variable === 'home' ? '"$home"' : `manifest_${index + 1}`;
}

function endLines(plan: Plan): readonly string[] {
  const say = (text: string): string => `printf '%s\\n' ${shellWord(printable(text))} >&2`;
  return ['#!/bin/sh', ...endOf(plan, say)];
}

function endOf({ effect, changes, steps }: Plan, say: (text: string) => string): readonly string[] {
  if (steps.length > 0) {
    return [
      say('No script is safe here. What to do by hand:'),
      ...steps.map((step) => say(stepText(step))),
      'exit 1',
    ];
  }
  switch (effect) {
    case Effect.NONE:
    case Effect.IN_PLACE:
    case Effect.ROLLING_RESTART:
      return ["echo 'Nothing stands in the way: kubectl apply does it.'"];
    case Effect.REJECTED:
    case Effect.DATA_AT_RISK:
      return [
        ...changes
          .filter((change) => change.effect === effect)
          .map(({ object, path, cause }) => say(`${object} ${namedPathText(path)}: ${reasonText(cause)}`)),
        say('stopped: the manifests have to be edited first'),
        'exit 1',
      ];
  }
}

function stepText({ title, why }: Step): string {
  return `- ${title}. ${why}`;
}
