import { readConstructPaths } from '../manifests/reading/construct-paths';
import { readSources } from '../manifests/reading/read-sources';
import { checkJson } from '../check/report/check-json';
import { checkText } from '../check/report/check-text';
import { jsonText } from '../text/printable';
import { RULES } from '../check/rules';
import { check } from '../check/check';
import { choiceOption, kubernetesVersionOption, parseArguments, switchOption } from './arguments';
import { type Command, ExitCode, type Streams } from './command';
import { DEFAULT_PATH, endUnread, INPUT_HELP, pathsOf } from './input';
import { KUBERNETES_VERSION_OPTION, type Option, formatOption } from './option';
import { paletteOf } from './terminal';

const FORMATS = ['text', 'json'] as const;

const OPTIONS: readonly Option[] = [
  KUBERNETES_VERSION_OPTION,
  formatOption(FORMATS, ['text (the default) or json']),
  { name: 'strict', help: ['exit with 1 on warnings too'] },
];

/** `cdk8s-stateful check`: what the cluster would reject, or accept and never run. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'find what a cluster would reject, or accept and never run',
  usage: '[PATH...|-] [OPTION...]',
  description: [
    'Finds what a cluster would reject, or accept and never run, before you apply it. Reads manifests of any tool:',
    `files, folders, standard input where PATH is -, and git:REVISION:PATH. Without PATH: ${DEFAULT_PATH}.`,
    '',
    ...INPUT_HELP,
    '',
    'Checks StatefulSet, Service, PersistentVolumeClaim, PodDisruptionBudget and HorizontalPodAutoscaler; objects of',
    'other kinds are counted and not checked.',
  ],
  options: OPTIONS,
  examples: ['cdk8s-stateful check dist', 'helm template db ./chart | cdk8s-stateful check --strict -'],
  exitCodes: [
    'Exit code: 0 no errors; 1 errors; 2 wrong usage, input that cannot be read, or output that cannot be written.',
  ],
  notes: [
    'To accept a finding, annotate the object with its code and the reason:',
    '  cdk8s-stateful/acknowledge.CODE: the reason',
  ],
  run,
};

function run(args: readonly string[], streams: Streams): ExitCode {
  const parsed = parseArguments(args, OPTIONS);
  const version = kubernetesVersionOption(parsed);
  const output = choiceOption(parsed, 'output', FORMATS);
  const input = readSources(pathsOf(parsed));
  if (input.problems.length > 0) {
    return endUnread(input, streams);
  }
  const json = checkJson(
    check(input.manifests, RULES, version),
    readConstructPaths(input.manifests, input.constructMetadataFiles),
  );
  const { out } = streams;
  out.write(output === 'json' ? `${jsonText(json)}\n` : checkText(json, paletteOf(out)));
  const { errors, warnings } = json.summary;
  return errors > 0 || (switchOption(parsed, 'strict') && warnings > 0) ? ExitCode.FOUND : ExitCode.OK;
}
