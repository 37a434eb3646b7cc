import { ApiObject, App, ImplicitTokenResolver, Lazy, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import type { GroupVersionKind, IResolver, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { ManifestMetadata, type NamedMetadata } from './manifest-metadata';
import { assignProps } from './assign-props';
import { toPlainManifest } from './to-plain-manifest';

const BUILT_IN_RESOLVERS: ReadonlySet<unknown> = new Set([
  LazyResolver,
  ImplicitTokenResolver,
  NumberStringUnionResolver,
]);

/**
 * An API object of this library: it renders what any `ApiObject` renders, faster where its spec is plain data.
 *
 * cdk8s shows each value to each resolver, and goes through the result again to sort it. That is left out where no
 * resolver and no patch has anything to do.
 */
export class FastApiObject extends ApiObject {
  public override readonly metadata: ManifestMetadata;
  private isPatched = false;

  /** @param renderSpec the spec in the form of the manifest; it is asked for at each rendering */
  constructor(
    scope: Construct,
    id: string,
    type: GroupVersionKind,
    metadata: NamedMetadata,
    private readonly renderSpec: () => unknown,
  ) {
    super(scope, id, {
      apiVersion: type.apiVersion,
      kind: type.kind,
      // Other metadata takes the place of what is made of this.
      metadata: { name: metadata.name },
      spec: Lazy.any({ produce: renderSpec }) as unknown,
    });
    this.metadata = new ManifestMetadata(
      assignProps(metadata, {
        namespace: metadata.namespace ?? this.chart.namespace,
        labels: { ...this.chart.labels, ...metadata.labels },
        apiObject: this,
      }),
    );
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    this.isPatched = true;
    super.addJsonPatch(...ops);
  }

  public override toJson(): unknown {
    return this.tryPlainManifest() ?? super.toJson();
  }

  private tryPlainManifest(): unknown {
    if (this.isPatched || process.env.CDK8S_DISABLE_SORT || !App.of(this).resolvers.every(isBuiltIn)) {
      return undefined;
    }
    const { apiVersion, kind } = this;
    try {
      return toPlainManifest({
        apiVersion,
        kind,
        metadata: this.metadata.toManifest(),
        spec: this.renderSpec(),
      });
    } catch {
      // It goes wrong again where cdk8s renders it, which says where.
      return undefined;
    }
  }
}

function isBuiltIn(resolver: IResolver): boolean {
  return BUILT_IN_RESOLVERS.has(resolver.constructor);
}
