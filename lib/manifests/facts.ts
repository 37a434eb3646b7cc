import { type KubernetesRelease, type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { mayArgoCdTrackByLabel } from './argo-cd-evidence';
import { ClaimMakers } from './claim-makers';
import { Coverage } from './coverage';
import { groupedBy } from './grouped';
import { GoverningServices } from './governing-services';
import { JudgedKind, meantKindOf } from './judged-kind';
import { LastWalk } from './last-walk';
import { type Manifest } from './manifest';
import { PodMakers } from './pod-makers';
import { AutoscalerView } from './views/autoscaler-view';
import { NetworkPolicyView } from './views/network-policy-view';
import { ScaledObjectView } from './views/scaled-object-view';
import { VerticalAutoscalerView } from './views/vertical-autoscaler-view';
import { BudgetView } from './views/budget-view';
import { ObjectView } from './views/object-view';
import { ServiceView } from './views/service-view';
import { SetView } from './views/set-view';

/** How an object of each kind is read. */
export interface ViewOf {
  readonly [JudgedKind.STATEFUL_SET]: SetView;
  readonly [JudgedKind.SERVICE]: ServiceView;
  readonly [JudgedKind.CLAIM]: ObjectView;
  readonly [JudgedKind.BUDGET]: BudgetView;
  readonly [JudgedKind.AUTOSCALER]: AutoscalerView;
  readonly [JudgedKind.VERTICAL_AUTOSCALER]: VerticalAutoscalerView;
  readonly [JudgedKind.SCALED_OBJECT]: ScaledObjectView;
  readonly [JudgedKind.NETWORK_POLICY]: NetworkPolicyView;
}

type Views = { readonly [Kind in JudgedKind]: ViewOf[Kind][] };

const VIEWS: { readonly [Kind in JudgedKind]: new (manifest: Manifest, walk: LastWalk) => ViewOf[Kind] } = {
  [JudgedKind.STATEFUL_SET]: SetView,
  [JudgedKind.SERVICE]: ServiceView,
  [JudgedKind.CLAIM]: ObjectView,
  [JudgedKind.BUDGET]: BudgetView,
  [JudgedKind.AUTOSCALER]: AutoscalerView,
  [JudgedKind.VERTICAL_AUTOSCALER]: VerticalAutoscalerView,
  [JudgedKind.SCALED_OBJECT]: ScaledObjectView,
  [JudgedKind.NETWORK_POLICY]: NetworkPolicyView,
};

/** An object of a kind that is judged. */
export interface JudgedObject {
  /** The kind that is meant, whether its apiVersion is served or not. */
  readonly kind: JudgedKind;
  readonly view: ObjectView;
}

/**
 * What one run knows of all objects of its input: a view of each, made once, and how they are wired. An object without
 * a namespace goes where it is applied: it is in one namespace with the others that have none.
 */
export class Facts {
  /** Every object of a kind that is judged, in the order of the input. */
  public readonly judged: readonly JudgedObject[];

  private readonly views: Views = {
    [JudgedKind.STATEFUL_SET]: [],
    [JudgedKind.SERVICE]: [],
    [JudgedKind.CLAIM]: [],
    [JudgedKind.BUDGET]: [],
    [JudgedKind.AUTOSCALER]: [],
    [JudgedKind.VERTICAL_AUTOSCALER]: [],
    [JudgedKind.SCALED_OBJECT]: [],
    [JudgedKind.NETWORK_POLICY]: [],
  };
  private readonly firstOfName = new Map<string, ObjectView>();
  private foundCoverage?: Coverage;
  private foundClaimMakers?: ClaimMakers;
  private foundPods?: PodMakers;
  private foundHeld?: ReadonlyMap<string, Manifest>;
  private foundGoverning?: GoverningServices;
  private foundTracking?: boolean;

  public constructor(
    private readonly manifests: readonly Manifest[],
    public readonly version: KubernetesVersion,
    /** The patch release of it, where somebody says it. */
    private readonly patch?: number,
  ) {
    const walk = new LastWalk(version);
    this.judged = manifests.flatMap((manifest) => {
      const kind = meantKindOf(manifest);
      return kind === undefined ? [] : [{ kind, view: new VIEWS[kind](manifest, walk) }];
    });
    for (const { kind, view } of this.judged) {
      if (view.isServed) {
        const views: ObjectView[] = this.views[kind];
        views.push(view);
        const key = nameKey(kind, view.namespace, view.name);
        if (!this.firstOfName.has(key)) {
          this.firstOfName.set(key, view);
        }
      }
    }
  }

  /** The release of the cluster. */
  public get release(): KubernetesRelease {
    return { version: this.version, patch: this.patch };
  }

  /** The objects of a kind whose apiVersion is served, in the order of the input. */
  public ofKind<Kind extends JudgedKind>(kind: Kind): readonly ViewOf[Kind][] {
    return this.views[kind];
  }

  /** The first object of a kind, namespace and name. */
  public find<Kind extends JudgedKind>(
    kind: Kind,
    namespace: string | undefined,
    name: string,
  ): ViewOf[Kind] | undefined {
    return this.firstOfName.get(nameKey(kind, namespace, name)) as ViewOf[Kind] | undefined;
  }

  /** The governing Service of a set; undefined where it names none, or none that is in the input. */
  public governingServiceOf({ namespace, serviceName }: SetView): ServiceView | undefined {
    return serviceName === undefined ? undefined : this.find(JudgedKind.SERVICE, namespace, serviceName);
  }

  /** Which objects select which. */
  public get coverage(): Coverage {
    this.foundCoverage ??= new Coverage({
      sets: this.ofKind(JudgedKind.STATEFUL_SET),
      services: this.ofKind(JudgedKind.SERVICE),
      budgets: this.ofKind(JudgedKind.BUDGET),
      autoscalers: [...this.ofKind(JudgedKind.AUTOSCALER), ...this.ofKind(JudgedKind.SCALED_OBJECT)],
      verticalAutoscalers: this.ofKind(JudgedKind.VERTICAL_AUTOSCALER),
    });
    return this.foundCoverage;
  }

  /** Which pods the input makes, those of workloads that are not judged among them. */
  public get podMakers(): PodMakers {
    this.foundPods ??= new PodMakers(this.manifests);
    return this.foundPods;
  }

  /** The first ConfigMap or Secret of a namespace and name. */
  public heldBy(
    kind: 'ConfigMap' | 'Secret',
    namespace: string | undefined,
    name: string,
  ): Manifest | undefined {
    this.foundHeld ??= firstByName(
      this.manifests.filter((one) => one.apiVersion === 'v1' && ['ConfigMap', 'Secret'].includes(one.kind)),
    );
    return this.foundHeld.get(nameKey(kind, namespace, name));
  }

  /** Which sets make claims of which names. */
  public get claimMakers(): ClaimMakers {
    this.foundClaimMakers ??= new ClaimMakers(this.ofKind(JudgedKind.STATEFUL_SET));
    return this.foundClaimMakers;
  }

  /** Whether Argo CD applies the input, and may tell by labels which objects belong to an Application. */
  public get mayArgoCdTrackByLabel(): boolean {
    this.foundTracking ??= mayArgoCdTrackByLabel(this.manifests);
    return this.foundTracking;
  }

  /** Which sets name which Services. */
  public get governingServices(): GoverningServices {
    this.foundGoverning ??= new GoverningServices(
      this.ofKind(JudgedKind.STATEFUL_SET),
      this.ofKind(JudgedKind.SERVICE),
    );
    return this.foundGoverning;
  }
}

function firstByName(manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  const groups = groupedBy(manifests, ({ kind, namespace, name = '' }) => nameKey(kind, namespace, name));
  return new Map([...groups].map(([key, [first]]) => [key, first] as const));
}

function nameKey(kind: string, namespace: string | undefined, name: string): string {
  return JSON.stringify([kind, namespace ?? '', name]);
}
