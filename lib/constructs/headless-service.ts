import { ServiceType, type Workload } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { ServicePort as RenderedPort, ServiceSpec } from '../../imports/k8s';
import { invalid, refuse } from '../errors/refusal';
import { FLAG, listOf, oneOf, struct, TEXT, type ShapeOf } from '../errors/shape';
import type { ExposedPort } from './exposed-port';
import { requireArguments, SERVICE_PORTS, TEXTS } from './input-shapes';
import { dnsLabelProblem, serviceNameProblem } from '../kubernetes/name-rules';
import { RenderedService } from './rendering/rendered-service';
import { portsThatServe, renderedPort, servicePortsOf } from './rendering/service-ports';

/**
 * An IP family of a Service.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/
 */
export enum IpFamily {
  /** IPv4. */
  IPV4 = 'IPv4',
  /** IPv6. */
  IPV6 = 'IPv6',
}

/**
 * How many IP families a Service asks for.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services
 */
export enum IpFamilyPolicy {
  /** One family: the first that the cluster has. */
  SINGLE_STACK = 'SingleStack',
  /** Both families where the cluster has them. */
  PREFER_DUAL_STACK = 'PreferDualStack',
  /** Both families; the API server rejects the Service in a cluster with only one. */
  REQUIRE_DUAL_STACK = 'RequireDualStack',
}

/** Options of the headless Service of a set, other than its name. */
export interface HeadlessServiceOptions {
  /**
   * Labels of the Service.
   *
   * @default - the labels of the selector
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Annotations of the Service.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;

  /**
   * Whether pods have DNS names before they are ready. Peers that must find each other to become ready need it.
   *
   * @default false
   * @see https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
   */
  readonly publishNotReadyAddresses?: boolean;

  /**
   * Ports in addition to those of the containers. A headless Service works without ports: they only create SRV records.
   *
   * @default - the ports of the containers, also of those that are added later
   */
  readonly ports?: ExposedPort[];

  /**
   * Whether the Service has the ports of the containers. Where it has not, it has those of `ports` alone.
   *
   * @default true
   */
  readonly containerPorts?: boolean;

  /**
   * The IP families of the Service, the first of which cannot be changed later.
   *
   * @default - the cluster's first family
   */
  readonly ipFamilies?: IpFamily[];

  /**
   * How many IP families the Service asks for.
   *
   * @default - one
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;
}

/** Properties of a headless Service. */
export interface HeadlessServiceProps extends HeadlessServiceOptions {
  /**
   * The name of the Service: a DNS label that starts with a letter.
   *
   * @default - the construct id
   */
  readonly name?: string;

  /**
   * The namespace of the Service, which must be that of its set.
   *
   * @default - the namespace of the chart
   */
  readonly namespace?: string;
}

const PROPS: ShapeOf<HeadlessServiceProps> = {
  name: TEXT,
  namespace: TEXT,
  labels: TEXTS,
  annotations: TEXTS,
  publishNotReadyAddresses: FLAG,
  ports: SERVICE_PORTS,
  containerPorts: FLAG,
  ipFamilies: listOf(oneOf(IpFamily)),
  ipFamilyPolicy: oneOf(IpFamilyPolicy),
};
const SHAPE = struct(PROPS);

/**
 * A headless Service (`clusterIP: None`): it gives each pod of the sets that it governs a DNS name of its own.
 *
 * A StatefulSet creates one itself. Create one by hand where two sets share it.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
 */
export class HeadlessService extends RenderedService {
  private readonly options: HeadlessServiceOptions;
  private readonly governed: Workload[] = [];

  /**
   * @throws SERVICE_NAME_INVALID, NAMESPACE_INVALID
   */
  constructor(scope: Construct, id: string, props: HeadlessServiceProps = {}) {
    requireArguments('HeadlessService', scope, id, props, SHAPE);
    const { name = id, namespace, labels, annotations } = props;
    refuse(scope, [
      invalid('SERVICE_NAME_INVALID', 'service name', name, serviceNameProblem),
      invalid('NAMESPACE_INVALID', 'namespace', namespace, dnsLabelProblem),
    ]);
    super(scope, id, {
      metadata: { name, namespace, labels, annotations },
      type: ServiceType.CLUSTER_IP,
      clusterIP: 'None',
    });
    this.options = props;
  }

  /**
   * Makes the Service select the pods of a set and follow the ports of its containers.
   *
   * @internal
   */
  public _govern(set: Workload): void {
    this.governed.push(set);
  }

  /**
   * The first of the sets that the Service governs.
   *
   * @internal
   */
  public get _firstSet(): Workload | undefined {
    return this.governed.at(0);
  }

  /** @internal */
  protected _renderSpec(): ServiceSpec {
    const { ipFamilies, ipFamilyPolicy, publishNotReadyAddresses } = this.options;
    const ports = this.renderedPorts();
    return {
      clusterIp: 'None',
      ipFamilies,
      ipFamilyPolicy,
      ports: ports.length > 0 ? ports : undefined,
      publishNotReadyAddresses,
      selector: Object.assign({}, ...this.governed.map((set) => set.matchLabels)) as Record<string, string>,
    };
  }

  private renderedPorts(): RenderedPort[] {
    const { ports = [], containerPorts } = this.options;
    return containerPorts === false
      ? ports.map(renderedPort)
      : servicePortsOf([
          ...this.governed.flatMap(portsThatServe),
          ...ports.map(({ name, port, protocol }) => ({ name, number: port, protocol })),
        ]);
  }
}
