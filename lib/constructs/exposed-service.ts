import { ServiceType } from 'cdk8s-plus-28';
import type { ServicePort as RenderedPort, ServiceSpec } from '../../imports/k8s';
import { invalid, type Refusal, refusalText, refuse } from '../errors/refusal';
import { FLAG, listOf, required, struct, TEXT, type ShapeOf } from '../errors/shape';
import type { ExposedPort } from './exposed-port';
import { NUMBERS, requireArguments, SERVICE_PORTS, SERVICE_TYPE, TEXTS } from './input-shapes';
import { serviceNameProblem } from '../kubernetes/name-rules';
import { portNumberProblem } from '../kubernetes/port-number';
import { RenderedService } from './rendering/rendered-service';
import { portsThatServe, renderedPort, servicePortsOf } from './rendering/service-ports';
import type { StatefulSet } from './stateful-set';

/** How clients reach pods of a set other than by the headless Service. */
export interface ExposureOptions {
  /**
   * Whether the Service is reached inside the cluster, on a port of each node, or by a load balancer.
   *
   * @default ServiceType.CLUSTER_IP
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types
   */
  readonly type?: ServiceType;

  /**
   * The ports.
   *
   * @default - the ports of the containers, also of those that are added later
   */
  readonly ports?: ExposedPort[];

  /**
   * Labels of the Service.
   *
   * @default - the labels of the selector
   */
  readonly labels?: Record<string, string>;

  /**
   * Annotations of the Service.
   *
   * @default - none
   */
  readonly annotations?: Record<string, string>;

  /**
   * Whether pods are reached before they are ready.
   *
   * @default false
   */
  readonly publishNotReadyAddresses?: boolean;

  /**
   * The address ranges from which a load balancer may be reached.
   *
   * @default - any
   */
  readonly loadBalancerSourceRanges?: string[];
}

/** Properties of a Service for the clients of a set. */
export interface ClientServiceProps extends ExposureOptions {
  /**
   * The name of the Service.
   *
   * @default - the name of the set
   */
  readonly name?: string;
}

/** Properties of a Service that exposes pods of a set. */
export interface ExposedServiceProps extends ExposureOptions {
  /** The name of the Service: a DNS label that starts with a letter. */
  readonly name: string;

  /**
   * Labels that the pods must have in addition to those of the selector of the set.
   *
   * @default - none: all pods of the set
   */
  readonly podLabels?: Record<string, string>;

  /**
   * The ports of the nodes by the names of the ports that they lead to.
   *
   * @default - the `nodePort` of each port; the cluster chooses one where it is absent and the type needs it
   */
  readonly nodePorts?: Record<string, number>;
}

const SHAPES: ShapeOf<ExposedServiceProps> = {
  name: required(TEXT),
  podLabels: TEXTS,
  nodePorts: NUMBERS,
  type: SERVICE_TYPE,
  ports: SERVICE_PORTS,
  labels: TEXTS,
  annotations: TEXTS,
  publishNotReadyAddresses: FLAG,
  loadBalancerSourceRanges: listOf(TEXT),
};

/**
 * A Service with an address of its own for pods of a set: for all of them, or for one. Made by
 * `StatefulSet.addClientService()` and `StatefulSet.addPodServices()`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export class ExposedService extends RenderedService {
  private readonly set: StatefulSet;
  private readonly props: ExposedServiceProps;

  /**
   * @throws SERVICE_NAME_INVALID, PORT_NUMBER_INVALID; and PORTS_MISSING, NODE_PORT_UNKNOWN at synthesis
   */
  constructor(scope: StatefulSet, id: string, props: ExposedServiceProps) {
    requireArguments('ExposedService', scope, id, props, struct(SHAPES));
    const { name, type = ServiceType.CLUSTER_IP, labels, annotations } = props;
    refuse(scope, [
      invalid('SERVICE_NAME_INVALID', 'service name', name, serviceNameProblem),
      ...Object.entries(props.nodePorts ?? {}).map(([port, number]) =>
        invalid('PORT_NUMBER_INVALID', `node port of '${port}'`, number, portNumberProblem),
      ),
    ]);
    super(scope, id, {
      metadata: {
        name,
        namespace: scope.metadata.namespace,
        labels: { ...scope._unaskedLabels, ...labels },
        annotations,
      },
      type,
    });
    this.set = scope;
    this.props = props;
    this.node.addValidation({
      validate: () => this.problems(name).map(refusalText),
    });
  }

  /** @internal */
  protected _renderSpec(): ServiceSpec {
    const { loadBalancerSourceRanges, podLabels, publishNotReadyAddresses } = this.props;
    return {
      type: this.type,
      loadBalancerSourceRanges,
      ports: this.renderedPorts(),
      publishNotReadyAddresses,
      selector: { ...this.set.matchLabels, ...podLabels },
    };
  }

  private problems(name: string): Refusal[] {
    const subject = `service '${name}'`;
    const ports = this.renderedPorts();
    if (ports.length === 0) {
      return [{ code: 'PORTS_MISSING', subject, problem: 'must have a port' }];
    }
    const names = new Set(ports.map((port) => port.name));
    return Object.keys(this.props.nodePorts ?? {})
      .filter((port) => !names.has(port))
      .map((port) => ({
        code: 'NODE_PORT_UNKNOWN',
        subject,
        problem: 'has no port of that name',
        value: port,
      }));
  }

  private renderedPorts(): RenderedPort[] {
    const ports = this.props.ports?.map(renderedPort) ?? servicePortsOf(portsThatServe(this.set));
    const { nodePorts = {} } = this.props;
    return ports.map((port) => {
      const nodePort =
        port.name !== undefined && Object.hasOwn(nodePorts, port.name) ? nodePorts[port.name] : port.nodePort;
      return nodePort === undefined ? port : { ...port, nodePort };
    });
  }
}
