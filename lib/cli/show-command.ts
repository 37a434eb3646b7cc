import { readSources } from '../manifests/reading/read-sources';
import { KUBERNETES_VERSIONS } from '../kubernetes/kubernetes-version';
import { jsonText } from '../text/printable';
import { showJson } from '../show/report/show-json';
import { showMarkdown } from '../show/report/show-markdown';
import { showMermaid } from '../show/report/show-mermaid';
import { showSvg } from '../show/report/show-svg';
import { showText } from '../show/report/show-text';
import { type Overview, overviewOf } from '../show/overview';
import { choiceOption, kubernetesVersionOption, namespaceOption, parseArguments } from './arguments';
import { type Command, ExitCode, type OutputStream, type Streams } from './command';
import { DEFAULT_PATH, endUnread, INPUT_HELP, pathsOf } from './input';
import { paletteOf } from './terminal';

const FORMATS = ['text', 'json', 'markdown', 'mermaid', 'svg'] as const;

/** `cdk8s-stateful show`: what sets will look like. */
export const showCommand: Command = {
  name: 'show',
  summary: 'show what sets will look like: pods, DNS names, claims, Services',
  help: [
    'Usage: cdk8s-stateful show [PATH...|-] [OPTION...]',
    '',
    'Shows for each StatefulSet its pods in the order of their creation with DNS names and claims, its Services, the',
    'order of updates, and what all pods together request. Reads files, folders, standard input where PATH is -, and',
    `git:REVISION:PATH. Without PATH: ${DEFAULT_PATH}.`,
    '',
    ...INPUT_HELP,
    '',
    'Options:',
    `  --kubernetes-version V  the version of the cluster, ${KUBERNETES_VERSIONS[0]} (the default) to ${KUBERNETES_VERSIONS.at(-1) ?? ''}`,
    '  -n, --namespace NAME    the namespace of objects without one (default)',
    '  -o, --output FORMAT     text (the default), json, markdown, mermaid, or svg: a drawing',
    '  -h, --help              print this',
    '',
    'Exit code: 0; 2 wrong usage, input that cannot be read, or output that cannot be written.',
    '',
  ].join('\n'),
  run,
};

function run(args: readonly string[], streams: Streams): ExitCode {
  const parsed = parseArguments(args, {
    'kubernetes-version': { type: 'string' },
    namespace: { type: 'string', short: 'n' },
    output: { type: 'string', short: 'o' },
  });
  const version = kubernetesVersionOption(parsed);
  const output = choiceOption(parsed, 'output', FORMATS);
  const input = readSources(pathsOf(parsed));
  if (input.problems.length > 0) {
    return endUnread(input, streams);
  }
  const overview = overviewOf(input.manifests, { version, namespace: namespaceOption(parsed) });
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
