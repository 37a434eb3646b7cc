import { invalid, type Refusal } from '../errors/refusal';
import { FLAG, NUMBER, PLAIN_TEXT, struct, type ShapeOf } from '../errors/shape';
import { countProblem, replicasTooManyProblem } from '../kubernetes/counts';
import { portNumberProblem } from '../kubernetes/port-number';

/** How the pods of a set are written in a list of peers. */
export interface PeersOptions {
  /**
   * The port of each peer.
   *
   * @default - no port
   */
  readonly port?: number;

  /**
   * The scheme of a URL, such as `http`.
   *
   * @default - no scheme: a host, or host and port
   */
  readonly scheme?: string;

  /**
   * What stands between two peers.
   *
   * @default - a comma
   */
  readonly separator?: string;

  /**
   * Whether each peer is written as `<pod name>=<peer>`.
   *
   * @default false
   */
  readonly named?: boolean;

  /**
   * Whether hosts are written with namespace and cluster domain.
   *
   * @default - false: `<pod>.<service>`, which pods of the namespace resolve
   */
  readonly complete?: boolean;

  /**
   * How one peer is written, where the other options don't say it: `{pod}` stands for its name, `{host}` for its DNS
   * name, `{ordinal}` for its ordinal and `{number}` for its ordinal plus 1, for systems that count from 1.
   *
   * @default - what the other options say
   */
  readonly template?: string;

  /**
   * How many peers are written, for a set whose manifest omits `replicas`.
   *
   * @default - the replicas of the set
   */
  readonly replicas?: number;
}

/** A pod as it appears in a list of peers. */
export interface Peer {
  readonly pod: string;
  readonly host: string;
  readonly ordinal: number;
}

const SHAPES: ShapeOf<PeersOptions> = {
  port: NUMBER,
  scheme: PLAIN_TEXT,
  separator: PLAIN_TEXT,
  named: FLAG,
  complete: FLAG,
  template: PLAIN_TEXT,
  replicas: NUMBER,
};
/** The options as no compiler may have looked at them. */
export const PEERS_SHAPE = struct(SHAPES);

/** What is wrong with a list of peers. */
export function peersRefusals({ port, replicas }: PeersOptions): (Refusal | undefined)[] {
  return [
    invalid('PORT_NUMBER_INVALID', 'port', port, portNumberProblem),
    invalid('REPLICAS_INVALID', 'replicas', replicas, countProblem),
    invalid('REPLICAS_TOO_MANY', 'replicas', replicas, replicasTooManyProblem),
  ];
}

/** The peers as one string. */
export function listPeers(peers: readonly Peer[], options: PeersOptions): string {
  return peers.map((peer) => writePeer(peer, options)).join(options.separator ?? ',');
}

function writePeer({ pod, host, ordinal }: Peer, { named, port, scheme, template }: PeersOptions): string {
  if (template !== undefined) {
    const values: Record<string, string> = {
      pod,
      host,
      ordinal: String(ordinal),
      number: String(ordinal + 1),
    };
    return template.replace(/\{(pod|host|ordinal|number)\}/g, (_, key: string) => values[key] ?? '');
  }
  const prefix = scheme === undefined ? '' : `${scheme}://`;
  const suffix = port === undefined ? '' : `:${port}`;
  return `${named === true ? `${pod}=` : ''}${prefix}${host}${suffix}`;
}
