import type { ApiObject } from 'cdk8s';
import { Service, type ServiceType } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeService, toJson_ServiceSpec, type ServiceSpec } from '../../../imports/k8s';
import type { NamedMetadata } from './manifest-metadata';
import { FastApiObject } from './fast-api-object';

/** What a Service is told before it renders its spec. */
export interface RenderedServiceProps {
  readonly metadata: NamedMetadata;
  readonly type: ServiceType;
  readonly clusterIP?: string;
}

/**
 * A Service that renders its spec itself: cdk8s-plus-28 refuses to render one without ports.
 *
 * @internal
 */
export abstract class RenderedService extends Service {
  protected override readonly apiObject: ApiObject;

  constructor(scope: Construct, id: string, { metadata, type, clusterIP }: RenderedServiceProps) {
    // The object that cdk8s-plus-28 makes needs no more than a name: another one takes its place.
    super(scope, id, { metadata: { name: metadata.name }, type, clusterIP });
    this.node.tryRemoveChild('Resource');
    this.apiObject = new FastApiObject(this, 'Resource', KubeService.GVK, metadata, () =>
      toJson_ServiceSpec(this._renderSpec()),
    );
  }

  /**
   * The spec of the Service. It is asked for at each rendering.
   *
   * @internal
   */
  protected abstract _renderSpec(): ServiceSpec;
}
