import { listPeers, peersOf, type PeersOptions } from '../../constructs/peers';
import {
  DEFAULT_CLUSTER_DOMAIN,
  ordinalsOf,
  podDnsName,
  podName,
  podShortDnsName,
} from '../../kubernetes/names';
import { callOf, type Expression, literal, mappingOf } from '../code/expression';
import { given } from '../code/values';
import { type Say } from './environment';

/** What the names of the pods of a set follow from. */
export interface PeersOf {
  readonly name: string;
  readonly namespace?: string;
  readonly serviceName: string;
  readonly replicas: number;
  readonly firstOrdinal: number;
}

/** Fewer pods make no list. */
const LEAST = 2;

/** Says texts in which the pods of a set are listed by its own `peers()`, and all others as they are. */
export function sayPeers(set: Expression, of: PeersOf): Say {
  return (text) => {
    const found = of.replicas < LEAST ? undefined : listIn(text, of);
    if (found === undefined) {
      return literal(text);
    }
    const { list, options } = found;
    const [before, after] = [text.slice(0, text.indexOf(list)), text.slice(text.indexOf(list) + list.length)];
    const call = callOf(set, 'peers', optionsOf(options));
    const parts = [
      ...(before === '' ? [] : [literal(before)]),
      call,
      ...(after === '' ? [] : [literal(after)]),
    ];
    return parts.length === 1 ? call : { kind: 'template', parts };
  };
}

/** The list of all pods that a text has in it, with the options by which the set writes it. */
function listIn(
  text: string,
  of: PeersOf,
): { readonly list: string; readonly options: PeersOptions } | undefined {
  const candidates = [false, true].flatMap((complete) => {
    const hostOf = (ordinal: number): string => {
      const pod = podName(of.name, ordinal);
      return complete
        ? podDnsName(pod, of.serviceName, of.namespace ?? 'default', DEFAULT_CLUSTER_DOMAIN)
        : podShortDnsName(pod, of.serviceName);
    };
    const ordinals = ordinalsOf(of.replicas, of.firstOrdinal);
    const peers = peersOf({ setName: of.name, ordinals, hostOf }, {});
    const at = text.indexOf(peers[0].host);
    if (at < 0) {
      return [];
    }
    const scheme = /(?:^|[^a-z])([a-z]{2,10}):\/\/$/.exec(text.slice(0, at))?.[1];
    const port = /^:(\d{1,5})/.exec(text.slice(at + peers[0].host.length))?.[1];
    return [',', ' ', ';'].flatMap((separator) =>
      [true, false].map((named) => {
        const options: PeersOptions = {
          ...(named ? { named } : {}),
          ...(scheme === undefined ? {} : { scheme }),
          ...(port === undefined ? {} : { port: Number(port) }),
          ...(complete ? { complete } : {}),
          ...(separator === ',' ? {} : { separator }),
        };
        return { options, list: listPeers(peers, options) };
      }),
    );
  });
  return candidates.find(({ list }) => text.includes(list) && !text.includes('\n'));
}

function optionsOf({ named, scheme, port, complete, separator }: PeersOptions): Expression | undefined {
  return mappingOf({
    named: given(named),
    scheme: given(scheme),
    port: given(port),
    complete: given(complete),
    separator: given(separator),
  });
}
