import { ApiObject, JsonPatch } from 'cdk8s';
import { ConfigMap as PlusConfigMap, type ConfigMapProps } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/**
 * A `ConfigMap` of cdk8s-plus-28 that says `immutable` only where it is: change the import to use it.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/
 */
export class ConfigMap extends PlusConfigMap {
  /**
   * @param props the same props as those of the `ConfigMap` of cdk8s-plus-28
   */
  constructor(scope: Construct, id: string, props: ConfigMapProps = {}) {
    super(scope, id, props);
    if (props.immutable === undefined) {
      ApiObject.of(this).addJsonPatch(JsonPatch.remove('/immutable'));
    }
  }
}
