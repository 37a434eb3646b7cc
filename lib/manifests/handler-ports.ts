import { textOf } from './json';
import { itemsAt, type Located } from './field-value';
import { type SetView } from './views/set-view';

/** A port that a probe or a hook names, instead of its number. */
export interface NamedHandlerPort extends Located<string> {
  /** Whether the container of the handler has a port of the name: the kubelet looks at no other container's. */
  readonly isThere: boolean;
}

/** The ports that handlers of a set's containers name, for those handlers: `readinessProbe`, `lifecycle.preStop`. */
export function namedHandlerPorts(set: SetView, handlers: readonly string[]): readonly NamedHandlerPort[] {
  return set.containers.flatMap((container) => {
    const names = itemsAt(container, 'ports').map(({ value }) => textOf(value, 'name'));
    return handlers.flatMap((handler) =>
      ['httpGet', 'tcpSocket'].flatMap((action): readonly NamedHandlerPort[] => {
        const port = set.written([...container.path, ...handler.split('.'), action, 'port']);
        // An empty name is a matter of the form of ports.
        return typeof port?.value === 'string' && port.value !== ''
          ? [{ path: port.path, value: port.value, isThere: names.includes(port.value) }]
          : [];
      }),
    );
  });
}
