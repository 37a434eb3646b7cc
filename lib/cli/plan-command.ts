import { ProblemList } from '../manifests/reading/problem-list';
import { descriptorOf } from '../manifests/reading/read-paths';
import { readSources } from '../manifests/reading/read-sources';
import { APPLY_MODES, ApplyMode, type ApplyOptions } from '../plan/apply-mode';
import { changeSources } from '../plan/change-source';
import { Effect, isAsBadAs } from '../plan/policy/effect';
import { plan } from '../plan/plan';
import { type Plan, type PlanInput } from '../plan/plan-model';
import { filesOf } from '../plan/procedures/files';
import { DEPLOYER_NAMES } from '../plan/report/deployers';
import { type JobOptions, planJob } from '../plan/report/plan-job';
import { planJson } from '../plan/report/plan-json';
import { PLAN_REPORTS } from '../plan/report/plan-reports';
import {
  choiceOption,
  configuredArguments,
  kubernetesReleaseOption,
  namespaceOption,
  type ParsedArguments,
  switchOption,
  textOption,
  textOptions,
} from './arguments';
import { type Command, ExitCode, type Streams, UsageError } from './command';
import { CLUSTER_OPTIONS, isClusterAsked, readWithCluster } from './cluster-input';
import { runClusterUpgrade, TO_VERSION } from './cluster-upgrade';
import { endUnread, INPUT_HELP } from './input';
import {
  CONFIG_OPTION,
  formatOption,
  KUBERNETES_VERSION_OPTION,
  NAMESPACE_OPTION,
  type Option,
} from './option';
import { packageVersion } from './package-version';
import { CANARY_OPTION, rungsOption } from './rungs';
import { paletteOf } from './terminal';

const FORMATS = ['text', 'json', 'markdown', 'script', 'job', 'sarif', 'junit', 'github'] as const;

/** From which effect on a plan fails, the default first. */
const FAIL_ON = [
  Effect.REJECTED,
  Effect.NONE,
  Effect.IN_PLACE,
  Effect.ROLLING_RESTART,
  Effect.DATA_AT_RISK,
] as const;

/** What may be supposed to happen beside the apply. */
const WHAT_IF = ['broken'] as const;

const OPTIONS: readonly Option[] = [
  {
    name: 'from',
    value: 'OLD',
    isPath: true,
    isRepeatable: true,
    help: ['the manifests that run now; may be given several times'],
  },
  {
    name: 'to',
    value: 'NEW',
    isPath: true,
    isRepeatable: true,
    help: ['the manifests to apply; may be given several times'],
  },
  {
    name: 'fail-on',
    value: 'EFFECT',
    choices: FAIL_ON,
    isSetting: true,
    help: [
      'exit with 1 on this effect and on worse ones: rejected (the default), data-at-risk,',
      'rolling-restart or in-place; none never does',
    ],
  },
  KUBERNETES_VERSION_OPTION,
  {
    name: TO_VERSION,
    value: 'V',
    help: [
      'instead of --from: what a cluster of this version, such as 1.35.2, does otherwise with',
      'the manifests of --to than one of --kubernetes-version',
    ],
  },
  {
    name: 'apply-mode',
    value: 'MODE',
    choices: APPLY_MODES,
    isSetting: true,
    help: ['client (the default): kubectl apply; server: kubectl apply --server-side, Flux, Argo CD'],
  },
  {
    name: 'field-manager',
    value: 'NAME',
    isSetting: true,
    help: ['who applies server-side, where it is not who has applied the objects so far'],
  },
  {
    name: 'force-conflicts',
    isSetting: true,
    help: ['server-side, take over fields that others have set, as Flux and Argo CD do'],
  },
  ...CLUSTER_OPTIONS,
  NAMESPACE_OPTION,
  {
    name: 'what-if',
    value: 'broken',
    choices: WHAT_IF,
    help: ['with broken: also say what is left if the new template never becomes', 'ready, and the way back'],
  },
  CANARY_OPTION,
  formatOption(FORMATS, [
    'text (the default), json, markdown for a comment, script: the migration procedure for a',
    'shell, job: the same as Jobs for a deployer, sarif for code scanning, junit for test',
    'reports, or github for annotations in a workflow',
  ]),
  {
    name: 'for',
    value: 'DEPLOYER',
    choices: DEPLOYER_NAMES,
    help: ['with -o job: helm, argocd or flux'],
  },
  {
    name: 'image',
    value: 'IMAGE',
    help: [
      'with -o job: an image with kubectl and a shell, such as one of your own registry; the',
      'image of the Kubernetes project has no shell',
    ],
  },
  CONFIG_OPTION,
];

/** `cdk8s-stateful plan`: what an apply would do. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'say what applying new manifests over old ones would do',
  usage: '--from OLD --to NEW [OPTION...]',
  description: [
    'Says what kubectl apply of the NEW manifests over the OLD ones would do, and the StatefulSet controller after it:',
    'nothing, a change in place, a rolling restart (which pods, in which order), a rejection by the API server (with',
    'its message and the migration procedure), or data at risk. It changes nothing.',
    'With --to-kubernetes-version instead of --from: what that version of the cluster does otherwise with NEW.',
    '',
    'OLD and NEW are files, folders or - for standard input. OLD may also be',
    '  cluster            what the cluster of --context has; --context alone means the same',
    '  git:REVISION:PATH  what a path held in a git revision, such as git:v1.2.0:dist',
    '  the output of kubectl get sts,svc,pvc,pdb,hpa,pods,controllerrevisions -o yaml: with the pods it begins with',
    '  how they are, and says what a rollout waits for',
    '',
    ...INPUT_HELP,
  ],
  options: OPTIONS,
  examples: [
    'cdk8s-stateful plan --from git:v1.2.0:dist --to dist --fail-on rolling-restart',
    'kubectl get statefulset,service,pvc -o yaml | cdk8s-stateful plan --from - --to dist -o script >migrate.sh',
  ],
  exitCodes: [
    'Exit code: 0 none, in-place or rolling-restart; 1 rejected or data-at-risk, or what --fail-on says; 2 wrong usage,',
    'input that cannot be read, or output that cannot be written.',
  ],
  run,
};

function run(args: readonly string[], streams: Streams): ExitCode {
  const parsed = configuredArguments(planCommand, args);
  const { version, patch } = kubernetesReleaseOption(parsed);
  const apply = applyOptions(parsed);
  const output = outputOption(parsed);
  const failOn = choiceOption(parsed, 'fail-on', FAIL_ON);
  if (parsed.values[TO_VERSION] !== undefined) {
    return runClusterUpgrade(
      parsed,
      sources(parsed, 'to'),
      { apply, format: output.format, failOn },
      streams,
    );
  }
  const [from, to] = [sources(parsed, 'from'), sources(parsed, 'to')];
  if (parsed.positionals.length > 0) {
    throw new UsageError(`unexpected argument '${parsed.positionals[0]}'; write --from OLD --to NEW`);
  }
  const descriptors = [...from, ...to].map(descriptorOf).filter((descriptor) => descriptor !== undefined);
  if (new Set(descriptors).size < descriptors.length) {
    throw new UsageError('standard input and other streams can be read only once');
  }
  const wanted = readSources(to);
  const old = readWithCluster(parsed, from, wanted.manifests, apply.mode === ApplyMode.SERVER);
  const problems = new ProblemList();
  problems.addAll(old);
  problems.addAll(wanted);
  if (problems.toProblems().problems.length > 0) {
    return endUnread(problems.toProblems(), streams);
  }
  const input: PlanInput = {
    old: old.manifests,
    new: wanted.manifests,
    version,
    patch,
    apply,
    namespace: namespaceOption(parsed),
    files: filesOf(to, wanted.manifests),
    now: Date.now(),
    whatIf:
      textOption(parsed, 'what-if') === undefined ? undefined : choiceOption(parsed, 'what-if', WHAT_IF),
    canary: rungsOption(parsed),
  };
  const planned = plan(input);
  if (output.format === 'job' && input.canary !== undefined) {
    throw new UsageError('--canary is for -o script: a deployer applies all manifests at once');
  }
  if (output.format === 'job' && planned.migration?.apply.asksForNamespace === true) {
    throw new UsageError(
      '-o job gives rights in a namespace, and some objects name none; write --namespace NAME',
    );
  }
  if (output.format === 'job' && isManagerUnknown(planned)) {
    throw new UsageError(
      '-o job has to know under which name the deployer applies server-side; write --field-manager NAME, such as argocd-controller, kustomize-controller or helm-controller',
    );
  }
  const json = planJson(planned, changeSources(input));
  const reported = { planned, json, failOn, toolVersion: packageVersion(), problems: [] };
  streams.out.write(
    output.format === 'job'
      ? planJob(planned, output)
      : PLAN_REPORTS[output.format](reported, paletteOf(streams.out)),
  );
  return failOn !== Effect.NONE && isAsBadAs(planned.effect, failOn) ? ExitCode.FOUND : ExitCode.OK;
}

/** Whether Jobs would create objects under another name than that under which a deployer applies them. */
function isManagerUnknown({ migration }: Plan): boolean {
  return migration?.apply.how.mode === ApplyMode.SERVER && migration.apply.how.fieldManager === undefined;
}

function applyOptions(parsed: ParsedArguments): ApplyOptions {
  const mode = choiceOption(parsed, 'apply-mode', APPLY_MODES);
  const fieldManager = textOption(parsed, 'field-manager');
  const isForced = switchOption(parsed, 'force-conflicts');
  if (mode === ApplyMode.CLIENT && (fieldManager !== undefined || isForced)) {
    throw new UsageError(
      `--${isForced ? 'force-conflicts' : 'field-manager'} is for server-side apply; add --apply-mode ${ApplyMode.SERVER}`,
    );
  }
  return { mode, isForced, ...(fieldManager === undefined ? {} : { fieldManager }) };
}

function sources(parsed: ParsedArguments, name: 'from' | 'to'): readonly string[] {
  const texts = textOptions(parsed, name);
  if (texts.length === 0 && !(name === 'from' && isClusterAsked(parsed))) {
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
