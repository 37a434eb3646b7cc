import type { ServicePort } from 'cdk8s-plus-28';

/**
 * A port of a Service.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
 */
export interface ExposedPort extends ServicePort {
  /**
   * The name of the port of the containers that the Service leads to. Where it is given, `targetPort` is not.
   *
   * @default - the port is found by its number
   */
  readonly targetPortName?: string;

  /**
   * What is spoken on the port, as proxies and meshes read it, such as `http` or `kubernetes.io/h2c`.
   *
   * @default - nothing is said
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
   */
  readonly appProtocol?: string;
}
