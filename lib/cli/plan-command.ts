import { ProblemList } from '../manifests/reading/problem-list';
import { descriptorOf } from '../manifests/reading/read-paths';
import { readSources } from '../manifests/reading/read-sources';
import { KUBERNETES_VERSIONS } from '../kubernetes/kubernetes-version';
import { Effect } from '../plan/policy/effect';
import { plan } from '../plan/plan';
import { type Plan } from '../plan/plan-model';
import { filesOf } from '../plan/procedures/files';
import { DEPLOYER_NAMES } from '../plan/report/deployers';
import { type JobOptions, planJob } from '../plan/report/plan-job';
import { planJson } from '../plan/report/plan-json';
import { planMarkdown } from '../plan/report/plan-markdown';
import { planScript } from '../plan/report/plan-script';
import { planText } from '../plan/report/plan-text';
import { jsonText } from '../text/printable';
import {
  choiceOption,
  kubernetesVersionOption,
  namespaceOption,
  parseArguments,
  type ParsedArguments,
  textOption,
} from './arguments';
import { type Command, ExitCode, type OutputStream, type Streams, UsageError } from './command';
import { endUnread, INPUT_HELP } from './input';
import { paletteOf } from './terminal';

const FORMATS = ['text', 'json', 'markdown', 'script', 'job'] as const;

/** `cdk8s-stateful plan`: what an apply would do. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'say what applying new manifests over old ones would do',
  help: [
    'Usage: cdk8s-stateful plan --from OLD --to NEW [OPTION...]',
    '',
    'Says what kubectl apply of the NEW manifests over the OLD ones would do, and the StatefulSet controller after it:',
    'nothing, a change in place, a rolling restart (which pods, in which order), a rejection by the API server (with',
    'its message and the migration procedure), or data at risk. It changes nothing.',
    '',
    'OLD and NEW are files, folders or - for standard input. OLD may also be',
    '  git:REVISION:PATH  what a path held in a git revision, such as git:v1.2.0:dist',
    '  the output of kubectl get statefulset,service,pvc,pdb,hpa -o yaml',
    '',
    ...INPUT_HELP,
    '',
    'Options:',
    '  --from OLD              the manifests that run now; may be given several times',
    '  --to NEW                the manifests to apply; may be given several times',
    `  --kubernetes-version V  the version of the cluster, ${KUBERNETES_VERSIONS[0]} (the default) to ${KUBERNETES_VERSIONS.at(-1) ?? ''}`,
    '  -n, --namespace NAME    the namespace of objects without one',
    '  -o, --output FORMAT     text (the default), json, markdown, script: the migration procedure for a shell, or',
    '                          job: the same as Jobs for a deployer',
    '  --for DEPLOYER          with -o job: helm, argocd or flux',
    '  --image IMAGE           with -o job: an image with kubectl and a shell, such as one of your own registry; the',
    '                          image of the Kubernetes project has no shell',
    '  -h, --help              print this',
    '',
    'Exit code: 0 none, in-place or rolling-restart; 1 rejected or data-at-risk; 2 wrong usage, input that cannot be',
    'read, or output that cannot be written.',
    '',
  ].join('\n'),
  run,
};

function run(args: readonly string[], streams: Streams): ExitCode {
  const parsed = parseArguments(args, {
    from: { type: 'string', multiple: true },
    to: { type: 'string', multiple: true },
    'kubernetes-version': { type: 'string' },
    namespace: { type: 'string', short: 'n' },
    output: { type: 'string', short: 'o' },
    for: { type: 'string' },
    image: { type: 'string' },
  });
  const version = kubernetesVersionOption(parsed);
  const output = outputOption(parsed);
  const [from, to] = [sources(parsed, 'from'), sources(parsed, 'to')];
  if (parsed.positionals.length > 0) {
    throw new UsageError(`unexpected argument '${parsed.positionals[0]}'; write --from OLD --to NEW`);
  }
  const descriptors = [...from, ...to].map(descriptorOf).filter((descriptor) => descriptor !== undefined);
  if (new Set(descriptors).size < descriptors.length) {
    throw new UsageError('standard input and other streams can be read only once');
  }
  const [old, wanted] = [readSources(from), readSources(to)];
  const problems = new ProblemList();
  problems.addAll(old);
  problems.addAll(wanted);
  if (problems.toProblems().problems.length > 0) {
    return endUnread(problems.toProblems(), streams);
  }
  const planned = plan({
    old: old.manifests,
    new: wanted.manifests,
    version,
    namespace: namespaceOption(parsed),
    files: filesOf(to, wanted.manifests),
  });
  if (output.format === 'job' && planned.migration?.apply.asksForNamespace === true) {
    throw new UsageError(
      '-o job gives rights in a namespace, and some objects name none; write --namespace NAME',
    );
  }
  streams.out.write(rendered(planned, output, streams.out));
  return planned.effect === Effect.REJECTED || planned.effect === Effect.DATA_AT_RISK
    ? ExitCode.FOUND
    : ExitCode.OK;
}

function sources(parsed: ParsedArguments, name: 'from' | 'to'): readonly string[] {
  const given = parsed.values[name];
  const texts = Array.isArray(given) ? given.filter((source) => typeof source === 'string') : [];
  if (texts.length === 0) {
    throw new UsageError(`--${name} is missing; write --from OLD --to NEW`);
  }
  return texts;
}

/** A format, with what it needs besides the plan. */
type Output =
  { readonly format: Exclude<(typeof FORMATS)[number], 'job'> } | ({ readonly format: 'job' } & JobOptions);

function outputOption(parsed: ParsedArguments): Output {
  const format = choiceOption(parsed, 'output', FORMATS);
  const [deployer, image] = [textOption(parsed, 'for'), textOption(parsed, 'image')];
  if (format === 'job') {
    if (deployer === undefined || image === undefined || !/^[!-~]+$/.test(image)) {
      throw new UsageError(
        `-o job needs --for ${DEPLOYER_NAMES.join(' or ')}, and --image with an image that has kubectl and a shell`,
      );
    }
    return { format, deployer: choiceOption(parsed, 'for', DEPLOYER_NAMES), image };
  }
  if (deployer !== undefined || image !== undefined) {
    throw new UsageError(`--${deployer === undefined ? 'image' : 'for'} belongs to -o job`);
  }
  return { format };
}

function rendered(planned: Plan, output: Output, out: OutputStream): string {
  const json = planJson(planned);
  switch (output.format) {
    case 'text':
      return planText(json, paletteOf(out));
    case 'json':
      return `${jsonText(json)}\n`;
    case 'markdown':
      return planMarkdown(json);
    case 'script':
      return planScript(planned);
    case 'job':
      return planJob(planned, output);
  }
}
