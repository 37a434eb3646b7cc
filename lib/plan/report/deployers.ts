/** What applies manifests to the cluster, by the names that users write. */
export const DEPLOYER_NAMES = ['helm', 'argocd', 'flux'] as const;

/** One of them. */
export type DeployerName = (typeof DEPLOYER_NAMES)[number];

/** How a deployer runs Jobs around its own apply. */
export interface Deployer {
  /** Annotations of what the Jobs need; absent where it is applied like anything else. */
  readonly supporting?: Annotations;
  /** Annotations of the Job before the apply. */
  readonly before?: Annotations;
  /** Annotations of the Job after the apply. */
  readonly after?: Annotations;
  /** The same where pods become ready only through that Job, for sets of one sync wave; as `after` where it is absent. */
  readonly afterWhileUnready?: (wave: string) => Annotations;
  /** Whether the Job after the apply waits until somebody starts it. */
  readonly isStartedByHand: boolean;
  /** What people do, line by line. */
  readonly instructions: readonly string[];
  /** What they mind besides, where pods become ready only through the Job after the apply. */
  readonly instructionsWhileUnready: readonly string[];
  /** The text as the deployer takes it: some take braces for templates. */
  readonly escape: (text: string) => string;
}

/** Annotations of an object. */
export type Annotations = Readonly<Record<string, string>>;

/** The annotation of Argo CD that says in which order objects are applied. */
export const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';

const asItIs = (text: string): string => text;

/**
 * The deployers that are known.
 *
 * @see https://helm.sh/docs/topics/charts_hooks/
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 * @see https://fluxcd.io/flux/cmd/flux_suspend_kustomization/
 */
export const DEPLOYERS: Readonly<Record<DeployerName, Deployer>> = {
  helm: {
    supporting: helmHook('pre-upgrade,post-upgrade', '-5'),
    before: helmHook('pre-upgrade', '0'),
    after: helmHook('post-upgrade', '0'),
    isStartedByHand: false,
    instructions: [
      'Put it into the templates of the chart, in the release that brings the new manifests, and take it out in the next.',
      'helm upgrade runs the first Job before its own apply, and the second one after it. Give it the time that the',
      'procedure takes, such as --timeout 1h, and do not let it roll back by itself: a rollback is refused, too.',
    ],
    instructionsWhileUnready: [
      'Run helm upgrade without --wait and --atomic: with these it waits for the pods first, and starts the second Job',
      'only when all are ready; but they become ready only through that Job.',
    ],
    // Helm takes two braces for the beginning of a template, in values of manifests too.
    escape: (text) => text.replaceAll('{{', '{{ "{{" }}'),
  },
  argocd: {
    supporting: argoHook('PreSync', '-1'),
    before: argoHook('PreSync', '0'),
    after: argoHook('PostSync', '0'),
    // A PostSync hook waits until everything is healthy.
    afterWhileUnready: (wave) => argoHook('Sync', wave),
    isStartedByHand: false,
    instructions: [
      'Commit it beside the new manifests, and remove it once the Application is synced.',
      'A sync runs the first Job before the apply, and the second one after it.',
    ],
    instructionsWhileUnready: [
      'The second Job is a hook of the sync itself, in the sync wave of the set, and waits until the manifests are',
      'applied: a PostSync hook would wait for pods that become ready only through it.',
    ],
    escape: asItIs,
  },
  flux: {
    isStartedByHand: true,
    instructions: [
      'Flux has no hooks. Keep this file out of the folders that it applies, and do this by hand:',
      '1. flux suspend kustomization NAME, or flux suspend helmrelease NAME',
      '2. kubectl apply --filename THIS_FILE, then wait until the first Job is complete',
      '3. merge the new manifests, then flux resume kustomization NAME',
      '4. kubectl patch job THE_SECOND_JOB --patch \'{"spec":{"suspend":false}}\', and wait until it is complete',
      '5. kubectl delete --filename THIS_FILE',
    ],
    instructionsWhileUnready: [
      'Start the second Job while flux resume still waits: the pods become ready only through that Job.',
    ],
    escape: asItIs,
  },
};

function helmHook(events: string, weight: string): Annotations {
  return {
    'helm.sh/hook': events,
    'helm.sh/hook-weight': weight,
    'helm.sh/hook-delete-policy': 'before-hook-creation',
  };
}

function argoHook(phase: string, wave: string): Annotations {
  return {
    'argocd.argoproj.io/hook': phase,
    'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
    [SYNC_WAVE]: wave,
  };
}
