import { readConstructPaths } from '../manifests/reading/construct-paths';
import { readSources } from '../manifests/reading/read-sources';
import { checkJson } from '../check/report/check-json';
import { CHECK_FORMATS, CHECK_REPORTS } from '../check/report/check-reports';
import { countText } from '../text/count-text';
import { printable } from '../text/printable';
import { RULES } from '../check/rules';
import { check } from '../check/check';
import { narrowed } from '../check/narrowed';
import { inNamespace } from '../manifests/manifest';
import {
  choiceOption,
  configuredArguments,
  kubernetesReleaseOption,
  namespaceOption,
  switchOption,
} from './arguments';
import { type Command, ExitCode, type Streams } from './command';
import { DEFAULT_PATH, endUnread, INPUT_HELP, pathsOf } from './input';
import { NARROWING_OPTIONS, narrowingOf, writeBaseline, writtenBaselineOf } from './narrowing';
import {
  CONFIG_OPTION,
  formatOption,
  KUBERNETES_VERSION_OPTION,
  NAMESPACE_OPTION,
  type Option,
} from './option';
import { packageVersion } from './package-version';
import { askedOfRules, RULE_OPTIONS } from './rule-options';
import { paletteOf } from './terminal';

const OPTIONS: readonly Option[] = [
  KUBERNETES_VERSION_OPTION,
  NAMESPACE_OPTION,
  formatOption(CHECK_FORMATS, [
    'text (the default), json, markdown for a comment, sarif for code scanning, junit for test',
    'reports, or github for annotations in a workflow',
  ]),
  {
    name: 'strict',
    isSetting: true,
    help: ['exit with 1 on warnings too, and on entries of the baseline that are found no more'],
  },
  ...NARROWING_OPTIONS,
  ...RULE_OPTIONS,
  CONFIG_OPTION,
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
    'Checks StatefulSet, Service, PersistentVolumeClaim, PodDisruptionBudget and HorizontalPodAutoscaler, and of',
    'NetworkPolicy, VerticalPodAutoscaler and ScaledObject of KEDA what they have to do with sets; objects of other kinds',
    'are counted and not checked.',
  ],
  options: OPTIONS,
  examples: [
    'cdk8s-stateful check dist',
    'helm template db ./chart | cdk8s-stateful check - --strict --ignore CLAIM_UNMOUNTED',
    'cdk8s-stateful check --explain CLAIM_UNMOUNTED',
    'cdk8s-stateful check dist --baseline baseline.json --write-baseline',
  ],
  exitCodes: [
    'Exit code: 0 no errors; 1 errors; 2 wrong usage, output that cannot be written, or input that cannot be read: the',
    'rest of the input is checked all the same.',
  ],
  notes: [
    'To accept a finding, annotate the object with its code and the reason:',
    '  cdk8s-stateful/acknowledge.CODE: the reason',
  ],
  run,
};

function run(args: readonly string[], streams: Streams): ExitCode {
  const parsed = configuredArguments(checkCommand, args);
  const asked = askedOfRules(parsed, streams.out);
  if (asked !== undefined) {
    streams.out.write(asked);
    return ExitCode.OK;
  }
  const { version, patch } = kubernetesReleaseOption(parsed);
  const output = choiceOption(parsed, 'output', CHECK_FORMATS);
  const narrowing = narrowingOf(parsed);
  const writtenBaseline = writtenBaselineOf(parsed);
  const namespace = namespaceOption(parsed);
  const input = readSources(pathsOf(parsed));
  const manifests = input.manifests.map((manifest) => inNamespace(manifest, namespace));
  const result = narrowed(check(manifests, RULES, version, patch), narrowing);
  const isUnread = input.problems.length > 0;
  // People read of it below; programs read the report.
  const isNothingToSay = input.manifests.length === 0 && output === 'text';
  if (isUnread && (writtenBaseline !== undefined || isNothingToSay)) {
    return endUnread(input, streams);
  }
  if (writtenBaseline !== undefined) {
    writeBaseline(writtenBaseline, result.findings);
    streams.out.write(
      `${countText(result.findings.length, 'finding')} written to ${printable(writtenBaseline)}\n`,
    );
    return ExitCode.OK;
  }
  const json = checkJson(result, readConstructPaths(input.manifests, input.constructMetadataFiles), input);
  const isStrict = switchOption(parsed, 'strict');
  const checked = { json, clean: result.clean, isStrict, toolVersion: packageVersion() };
  streams.out.write(CHECK_REPORTS[output](checked, paletteOf(streams.out)));
  if (isUnread) {
    return endUnread(input, streams);
  }
  const { errors, warnings } = json.summary;
  const isFound = errors > 0 || (isStrict && warnings + json.staleBaseline.length > 0);
  return isFound ? ExitCode.FOUND : ExitCode.OK;
}
