import { ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { struct, TEXT, type ShapeOf } from '../errors/shape';
import { DURATION, requireArguments } from './input-shapes';
import { ordinalsOf } from '../kubernetes/names';
import type { StatefulSet } from './stateful-set';

const NOBODY = 65534;

/** Properties of a test of the DNS names of a set. */
export interface DnsTestProps {
  /**
   * The name of the Job.
   *
   * @default - `<set>-dns-test`
   */
  readonly name?: string;

  /**
   * How long the names may take to resolve, from the start of the Job's pod on.
   *
   * @default Duration.minutes(5)
   */
  readonly timeout?: Duration;

  /**
   * How long the Job is kept after it has ended. The API server rejects changes of a Job, so an apply
   * fails while an older Job is kept.
   *
   * @default Duration.minutes(10)
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/
   */
  readonly keep?: Duration;

  /**
   * The image, whose `nslookup` must fail where a name does not resolve. That of busybox from 1.29 on fails where
   * names do resolve.
   *
   * @default busybox:1.28
   */
  readonly image?: string;
}

const SHAPES: ShapeOf<DnsTestProps> = { name: TEXT, timeout: DURATION, keep: DURATION, image: TEXT };

/**
 * A Job that resolves the DNS name of each pod of a set, and fails if one does not resolve in time.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/
 */
export class DnsTest extends Construct {
  /** The name of the Job. */
  public readonly name: string;

  constructor(scope: StatefulSet, id: string, props: DnsTestProps = {}) {
    requireArguments('DnsTest', scope, id, props, struct(SHAPES));
    super(scope, id);
    this.name = props.name ?? `${scope.name}-dns-test`;
    const hosts = ordinalsOf(scope.expectedReplicas).map((index) => scope.podShortDnsName(index));
    // Not a Job of cdk8s-plus-28: that labels its pods with the construct path, and a Job's pods cannot be changed.
    new ApiObject(this, 'Resource', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: this.name, namespace: scope.metadata.namespace },
      spec: {
        backoffLimit: 0,
        ttlSecondsAfterFinished: (props.keep ?? Duration.minutes(10)).toSeconds(),
        template: {
          spec: {
            restartPolicy: 'Never',
            automountServiceAccountToken: false,
            securityContext: { runAsNonRoot: true, runAsUser: NOBODY },
            containers: [
              {
                name: 'nslookup',
                image: props.image ?? 'busybox:1.28',
                command: ['sh', '-c', script(hosts, props.timeout ?? Duration.minutes(5))],
                securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
              },
            ],
          },
        },
      },
    });
  }
}

/** Asks for all names until all resolve; says which do and which don't. */
function script(hosts: readonly string[], timeout: Duration): string {
  return [
    `deadline=$(($(date +%s) + ${timeout.toSeconds()}))`,
    `for host in ${hosts.join(' ')}; do`,
    '  until nslookup "$host" >/dev/null 2>&1; do',
    '    if [ "$(date +%s)" -ge "$deadline" ]; then',
    '      echo "$host does not resolve"',
    '      exit 1',
    '    fi',
    '    sleep 2',
    '  done',
    '  echo "$host resolves"',
    'done',
    '',
  ].join('\n');
}
