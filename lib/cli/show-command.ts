import { readSources } from '../manifests/reading/read-sources';
import { jsonText } from '../text/printable';
import { showJson } from '../show/report/show-json';
import { showMarkdown } from '../show/report/show-markdown';
import { showMermaid } from '../show/report/show-mermaid';
import { showSvg } from '../show/report/show-svg';
import { showText } from '../show/report/show-text';
import { type Overview, overviewOf } from '../show/overview';
import { choiceOption, configuredArguments, kubernetesVersionOption, namespaceOption } from './arguments';
import { type Command, ExitCode, type OutputStream, type Streams } from './command';
import { CLUSTER_OPTIONS, isClusterAsked, readWithCluster } from './cluster-input';
import { DEFAULT_PATH, endUnread, INPUT_HELP, pathsOf } from './input';
import {
  CONFIG_OPTION,
  formatOption,
  KUBERNETES_VERSION_OPTION,
  NAMESPACE_OPTION,
  type Option,
} from './option';
import { paletteOf } from './terminal';

const FORMATS = ['text', 'json', 'markdown', 'mermaid', 'svg'] as const;

const OPTIONS: readonly Option[] = [
  KUBERNETES_VERSION_OPTION,
  ...CLUSTER_OPTIONS,
  { ...NAMESPACE_OPTION, help: ['the namespace of objects without one (default)'] },
  formatOption(FORMATS, ['text (the default), json, markdown, mermaid, or svg: a drawing']),
  CONFIG_OPTION,
];

/** `cdk8s-stateful show`: what sets will look like. */
export const showCommand: Command = {
  name: 'show',
  summary: 'show what sets will look like: pods, DNS names, claims, Services',
  usage: '[PATH...|-] [OPTION...]',
  description: [
    'Shows for each StatefulSet its pods in the order of their creation with DNS names and claims, its Services, the',
    'order of updates, and what all pods together request. Reads files, folders, standard input where PATH is -, and',
    `git:REVISION:PATH. Without PATH: ${DEFAULT_PATH}.`,
    '',
    ...INPUT_HELP,
  ],
  options: OPTIONS,
  examples: [
    'cdk8s-stateful show dist',
    'cdk8s-stateful show dist -o svg >sets.svg',
    'cdk8s-stateful show --context prod -n prod',
  ],
  exitCodes: ['Exit code: 0; 2 wrong usage, input that cannot be read, or output that cannot be written.'],
  run,
};

function run(args: readonly string[], streams: Streams): ExitCode {
  const parsed = configuredArguments(showCommand, args);
  const version = kubernetesVersionOption(parsed);
  const output = choiceOption(parsed, 'output', FORMATS);
  const isLive = isClusterAsked(parsed, parsed.positionals);
  const input = isLive ? readWithCluster(parsed, parsed.positionals, []) : readSources(pathsOf(parsed));
  if (input.problems.length > 0) {
    return endUnread(input, streams);
  }
  const overview = overviewOf(input.manifests, {
    version,
    namespace: namespaceOption(parsed),
    now: Date.now(),
  });
  streams.out.write(rendered(overview, output, streams.out));
  return ExitCode.OK;
}

function rendered(overview: Overview, output: (typeof FORMATS)[number], out: OutputStream): string {
  switch (output) {
    case 'text':
      return showText(overview, paletteOf(out));
    case 'json':
      return `${jsonText(showJson(overview))}\n`;
    case 'markdown':
      return showMarkdown(overview);
    case 'mermaid':
      return showMermaid(overview);
    case 'svg':
      return showSvg(overview);
  }
}
