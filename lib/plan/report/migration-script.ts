import { type ApplyOptions, ApplyMode } from '../apply-mode';
import { type Plan } from '../plan-model';
import { type Apply, type BesideCanary, type Migration, type Procedure } from '../procedures/procedure';
import { type Right } from '../procedures/right';
import { applyingFunctions } from '../procedures/script/applying';
import {
  BESIDE_FUNCTIONS,
  CANARY_FUNCTIONS,
  CLIENT_SIDE_UNDO,
  SERVER_SIDE_UNDO,
} from '../procedures/script/canaries';
import { FOUNDATION, PROGRESS } from '../procedures/script/foundation';
import { HANDOVER_FUNCTIONS } from '../procedures/script/handover';
import { ROLLOUT_FUNCTIONS } from '../procedures/script/rollouts';
import { SERVICE_FUNCTIONS } from '../procedures/script/services';
import { GROWTH_FUNCTIONS, SET_FUNCTIONS } from '../procedures/script/sets';
import { NO_STORE_FUNCTIONS, STORE_FUNCTIONS } from '../procedures/script/store';
import { namespaceWord, type ShellArgument, type ShellCall, type TitledCall } from '../procedures/shell-call';
import { shellWord } from '../procedures/step';
import { nameList } from '../../text/name-list';
import { printable } from '../../text/printable';

/** Which part of a procedure a script is. All parts may be run again: what is done is not done twice. */
export enum ScriptPart {
  /** Everything, with the apply in its place. */
  WHOLE = 'whole',
  /** What comes before the apply, which somebody else does. */
  BEFORE_APPLY = 'before-apply',
  /** What comes after it. Where the part before it has not come to its end this one does the rest of it first. */
  AFTER_APPLY = 'after-apply',
}

/**
 * A migration procedure as a POSIX shell script. It looks at everything that it needs before it changes anything, and
 * may be stopped and started again at any time. Text of manifests stands in it as quoted words alone.
 *
 * @param store the ConfigMap for copies, in the namespace that the variable NAMESPACE names; a folder where it is absent
 */
export function migrationScript(
  { kubernetesVersion }: Plan,
  { procedures, apply: planned }: Migration,
  part: ScriptPart = ScriptPart.WHOLE,
  store?: string,
): string {
  // A name that cannot be shown does not stand in a script either: the script has to be told.
  const areShown = planned.files?.every((file) => printable(file) === file) ?? false;
  const apply = areShown ? planned : { ...planned, files: undefined };
  const isWhole = part === ScriptPart.WHOLE;
  const hasBack = isWhole && procedures.some(({ script }) => script.back !== undefined);
  return [
    '#!/bin/sh',
    `# Migration procedure, planned for Kubernetes ${kubernetesVersion}: ${printable(nameList(procedures.map(({ object }) => object)))}.`,
    '# Read it before you run it. It looks at everything that it needs before it changes anything, and may be stopped',
    '# and started again in the same folder: what is done is not done twice.',
    'set -eu',
    'LC_ALL=C',
    'export LC_ALL',
    ...argumentLines(apply, isWhole && apply.files === undefined, hasBack),
    ...(store === undefined ? [] : ['', `store=${shellWord(store)} own=$NAMESPACE`]),
    ...functionsOf(procedures, apply.how, store === undefined ? NO_STORE_FUNCTIONS : STORE_FUNCTIONS),
    ...procedures.flatMap(({ script }, index) => [
      `# The new manifest of ${procedures[index].object}.`,
      `manifest_${index + 1}() { printf '%s\\n' ${shellWord(asciiJson(script.manifest))}; }`,
    ]),
    ...(isWhole ? applyLines(apply) : []),
    '',
    '# Nothing is changed before all of this holds.',
    'say "Looking at everything that is needed, in the context $context"',
    ...(isWhole ? ['look_at_files'] : []),
    'look_at_cluster',
    ...rightLines(procedures),
    ...(store === undefined ? [] : ['fetch_copies']),
    ...(hasBack ? backLines(procedures) : []),
    ...procedures.flatMap(({ script }, index) =>
      [...script.about, ...script.looks].map((call) => callText(call, index)),
    ),
    ...(isWhole ? [['rehearse', ...apply.others.map(shellWord)].join(' ')] : []),
    '',
    ...changeLines(procedures, part, apply.beside),
    '',
  ].join('\n');
}

/** The way back is taken where somebody asks for it, instead of everything that follows. */
function backLines(procedures: readonly Procedure[]): readonly string[] {
  const calls = procedures.flatMap(({ script }, index) =>
    (script.back ?? []).flatMap((back) => [...script.about, back].map((call) => callText(call, index))),
  );
  return ['if [ -n "$step" ]; then', ...calls.map((line) => `  ${line}`), "  say 'done'", '  exit 0', 'fi'];
}

/** JSON without anything that a terminal or an editor could take for more than text. */
function asciiJson(json: string): string {
  return json.replaceAll(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function argumentLines(
  { home, asksForNamespace }: Apply,
  asksForFiles: boolean,
  hasBack: boolean,
): readonly string[] {
  const usage = [
    'Usage: sh SCRIPT --context NAME',
    ...(asksForNamespace ? ['--namespace NAME'] : []),
    ...(asksForFiles ? ['--filename FILE_OR_FOLDER'] : []),
    ...(hasBack ? ['[--step back]'] : []),
    '[--copies FOLDER] [--timeout SECONDS] [--interval SECONDS]',
  ].join(' ');
  return [
    '',
    `usage() { printf '%s\\n' ${shellWord(usage)} "$1" >&2; exit 2; }`,
    `context= given= home=${shellWord(home ?? '')} copies=cdk8s-stateful-copies timeout=1800 interval=5${hasBack ? ' step=' : ''}`,
    'while [ $# -gt 0 ]; do',
    '  [ $# -gt 1 ] || usage "$1 needs a value"',
    '  case $1 in',
    '    --context) context=$2 ;;',
    home === undefined
      ? '    --namespace) home=$2 ;;'
      : '    --namespace) [ "$2" = "$home" ] || usage "this script is for the namespace $home" ;;',
    ...(asksForFiles ? ['    --filename) given=$2 ;;'] : []),
    ...(hasBack ? ['    --step) [ "$2" = back ] || usage "--step takes: back"; step=back ;;'] : []),
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
    ...(asksForFiles ? ['[ -n "$given" ] || usage \'say where the new manifests are\''] : []),
    "case $timeout$interval in *[!0-9]*) usage '--timeout and --interval take whole seconds' ;; esac",
    'case $copies in /* | ./*) ;; *) copies=./$copies ;; esac',
    'case $home in *[!a-z0-9-]*) usage "$home is no name of a namespace" ;; esac',
    'scratch=$(mktemp -d)',
    'trap \'rm -rf "$scratch"\' EXIT',
    "trap 'exit 130' INT",
    "trap 'exit 143' TERM HUP",
  ];
}

function functionsOf(
  procedures: readonly Procedure[],
  how: ApplyOptions,
  storing: string,
): readonly string[] {
  const undo = how.mode === ApplyMode.CLIENT ? CLIENT_SIDE_UNDO : SERVER_SIDE_UNDO;
  const called = new Set(
    procedures.flatMap(({ script }) =>
      [script.about, script.looks, script.changes, script.finishes].flat().map(({ name }) => name),
    ),
  );
  const parts: readonly (readonly [string, ...(readonly string[])])[] = [
    ['look_at_growth', GROWTH_FUNCTIONS],
    ['about_rename', HANDOVER_FUNCTIONS],
    ['look_at_service', SERVICE_FUNCTIONS],
    ['look_at_rollout', ROLLOUT_FUNCTIONS],
    ['look_at_canary', ROLLOUT_FUNCTIONS, CANARY_FUNCTIONS, undo],
  ];
  const needsSets = ['look_at_set', 'about_rename', 'look_at_rollout', 'look_at_canary'].some((name) =>
    called.has(name),
  );
  return [
    FOUNDATION,
    applyingFunctions(how),
    storing,
    PROGRESS,
    ...(needsSets ? [SET_FUNCTIONS] : []),
    ...new Set(parts.filter(([name]) => called.has(name)).flatMap(([, ...texts]) => texts)),
  ].map((text) => text.replace(/\n$/, ''));
}

function applyLines({ files, needsNamespace, beside }: Apply): readonly string[] {
  const names = files?.map((file) => `--filename ${shellWord(fileArgument(file))}`) ?? [
    '--recursive --filename "$given"',
  ];
  const readable = files?.map((file) => shellWord(plainPath(file))).join(' ') ?? '"$given"';
  return [
    '',
    '# with_files COMMAND...: calls it with the new manifests.',
    'with_files() {',
    `  "$@" ${needsNamespace ? '--namespace "$home" ' : ''}\\`,
    ...names.map((name, index) => `    ${name}${index < names.length - 1 ? ' \\' : ''}`),
    '}',
    '',
    '# apply_files OPTION...: applies the new manifests.',
    'apply_files() { with_files apply_as "$@"; }',
    ...(beside === undefined ? [] : [BESIDE_FUNCTIONS.replace(/\n$/, '')]),
    '',
    '# look_at_files: the files are here.',
    'look_at_files() {',
    `  for file in ${readable}; do`,
    '    [ -r "$file" ] || stop "there is no $file here: run the script in the folder where it was planned"',
    '  done',
    '}',
    '',
    '# rehearse OBJECT...: the API server takes each of these from the files.',
    'rehearse() {',
    '  apply_files --dry-run=server --output name >"$scratch/taken" 2>"$scratch/answer" || :',
    '  for object do',
    '    grep -F -q -x -e "$object" "$scratch/taken" || {',
    '      stop_on_conflict "$object"',
    '      cat "$scratch/answer" >&2',
    '      stop "the API server rejects $object from the new manifests: correct that first"',
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

function rightLine({ namespace = 'default', resource, name, verbs }: Right): string {
  const object = name === undefined ? resource : `${resource}/${name}`;
  return callText({ name: 'may', words: [namespace, object, ...verbs] }, 0);
}

/** A path that neither the shell nor kubectl takes for an option, an address or a list of files. */
function fileArgument(file: string): string {
  const path = plainPath(file);
  return /[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path;
}

function plainPath(file: string): string {
  return file.startsWith('/') || file.startsWith('./') || file.startsWith('../') ? file : `./${file}`;
}

/** A line of the part that changes things; with a title where the script announces it. */
interface ChangeLine {
  readonly title?: string;
  readonly line: string;
}

function changeLines(
  procedures: readonly Procedure[],
  part: ScriptPart,
  beside?: BesideCanary,
): readonly string[] {
  const apply = {
    title: 'Apply the new manifests',
    line: "begun=yes\napply_files || stop 'the new manifests were not applied'",
  };
  const all = [
    ...(beside === undefined ? [] : besideLines(beside)),
    ...procedures.flatMap(({ script }, index) => linesOf(script.about, script.changes, index)),
    ...(part === ScriptPart.WHOLE ? [apply, { line: '' }] : []),
    ...(part === ScriptPart.BEFORE_APPLY
      ? []
      : procedures.flatMap(({ script }, index) => linesOf(script.about, script.finishes, index))),
  ];
  const titles = all.flatMap(({ title }) => title ?? []);
  let step = 0;
  const announced = all.flatMap(({ title, line }) => {
    step += title === undefined ? 0 : 1;
    return title === undefined ? [line] : [`say ${shellWord(`${step}/${titles.length} ${title}`)}`, line];
  });
  return [...announced, "say 'done'"];
}

function besideLines({ objects, sets }: BesideCanary): readonly ChangeLine[] {
  const words = sets.flatMap(({ name, namespace }) => [namespaceWord(namespace), name]);
  const line = callText({ name: 'apply_beside', words }, 0);
  return [{ title: `Apply what changes beside the sets: ${nameList(objects)}`, line }, { line: '' }];
}

function linesOf(
  about: readonly ShellCall[],
  calls: readonly TitledCall[],
  index: number,
): readonly ChangeLine[] {
  if (calls.length === 0) {
    return [];
  }
  return [
    ...about.map((call) => ({ line: callText(call, index) })),
    ...calls.map((call) => ({ title: call.title, line: callText(call, index) })),
    { line: '' },
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
