import { invalid, type Refusal } from '../errors/refusal';
import { FLAG, NUMBER, PLAIN_TEXT, struct, type ShapeOf } from '../errors/shape';
import { countProblem, replicasTooManyProblem } from '../kubernetes/counts';
import { podName } from '../kubernetes/names';
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
   * Whether all peers are written as one, with a range in place of the ordinal: `web-{0...2}.web-headless`, for systems
   * that expand it, such as MinIO.
   *
   * @default false
   */
  readonly range?: boolean;

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
  /** A number, or a range of numbers. */
  readonly ordinal: string;
  /** What the system counts it as: from 1. */
  readonly number: string;
}

const SHAPES: ShapeOf<PeersOptions> = {
  port: NUMBER,
  scheme: PLAIN_TEXT,
  separator: PLAIN_TEXT,
  named: FLAG,
  complete: FLAG,
  template: PLAIN_TEXT,
  range: FLAG,
  replicas: NUMBER,
};
/** The options as no compiler may have looked at them. */
export const PEERS_SHAPE = struct(SHAPES);

/** What is wrong with a list of peers. */
export function peersRefusals({ port, replicas, template }: PeersOptions): (Refusal | undefined)[] {
  return [
    invalid('PORT_NUMBER_INVALID', 'port', port, portNumberProblem),
    invalid('REPLICAS_INVALID', 'replicas', replicas, countProblem),
    invalid('REPLICAS_TOO_MANY', 'replicas', replicas, replicasTooManyProblem),
    invalid('PEER_TEMPLATE_INVALID', 'template', template, placeholderProblem),
  ];
}

/** Anything else between braces may be meant for the system. */
const PLACEHOLDER = /\{([A-Za-z]\w*)\}/g;
const PLACEHOLDERS: ReadonlySet<string> = new Set(['pod', 'host', 'ordinal', 'number']);

function placeholderProblem(template: string): string | undefined {
  const unknown = [...template.matchAll(PLACEHOLDER)].find(([, name]) => !PLACEHOLDERS.has(name))?.[0];
  return unknown === undefined ? undefined : `must not hold ${unknown}`;
}

/** The pods that one set has, as they are written in a list of peers. */
export interface PeerNames {
  readonly setName: string;
  readonly ordinals: readonly number[];
  /** The DNS name of a pod, which begins with the name of the pod. */
  readonly hostOf: (ordinal: number) => string;
}

/** The peers of a list: one for each pod, or one for the whole range. */
export function peersOf({ setName, ordinals, hostOf }: PeerNames, { range }: PeersOptions): readonly Peer[] {
  const [first, last] = [ordinals[0], ordinals.at(-1) ?? 0];
  if (range !== true || ordinals.length < 2) {
    return ordinals.map((ordinal) => ({
      pod: podName(setName, ordinal),
      host: hostOf(ordinal),
      ordinal: String(ordinal),
      number: String(ordinal + 1),
    }));
  }
  const ordinal = `{${first}...${last}}`;
  const pod = `${setName}-${ordinal}`;
  return [
    {
      pod,
      host: `${pod}${hostOf(first).slice(podName(setName, first).length)}`,
      ordinal,
      number: `{${first + 1}...${last + 1}}`,
    },
  ];
}

/** The peers as one string. */
export function listPeers(peers: readonly Peer[], options: PeersOptions): string {
  return peers.map((peer) => writePeer(peer, options)).join(options.separator ?? ',');
}

function writePeer(peer: Peer, { named, port, scheme, template }: PeersOptions): string {
  if (template !== undefined) {
    return template.replace(PLACEHOLDER, (_, key: string) => peer[key as keyof Peer]);
  }
  const prefix = scheme === undefined ? '' : `${scheme}://`;
  const suffix = port === undefined ? '' : `:${port}`;
  return `${named === true ? `${peer.pod}=` : ''}${prefix}${peer.host}${suffix}`;
}
