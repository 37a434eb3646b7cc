import { nanoOf } from '../kubernetes/quantity';
import { fieldOf, isObject, type JsonObject, textOf } from './json';
import { itemsAt, type Located } from './field-value';

/** Amounts by the name of the resource, in billionths: {@link nanoOf}. */
export type Amounts = ReadonlyMap<string, bigint>;

/** The amounts that an object, such as a container or a pod's spec, has under `resources`. */
export function amountsOf({ value }: Located<JsonObject>, field: 'requests' | 'limits'): Amounts {
  const amounts = fieldOf(fieldOf(value, 'resources'), field);
  return new Map(
    Object.entries(isObject(amounts) ? amounts : {}).map(([name, amount]) => [name, nanoOf(amount) ?? 0n]),
  );
}

/**
 * What the containers of a pod ask for together, as the API server counts: containers and sidecars all at once, init
 * containers one after the other beside the sidecars that run by then.
 */
export function containerRequestsOf(
  pod: Located<JsonObject>,
  requestsOf: (container: Located<JsonObject>) => Amounts,
): Amounts {
  let sidecars: Amounts = new Map();
  let highest: Amounts = new Map();
  for (const container of itemsAt(pod, 'initContainers')) {
    const atOnce = added(sidecars, requestsOf(container));
    highest = larger(highest, atOnce);
    if (textOf(container.value, 'restartPolicy') === 'Always') {
      sidecars = atOnce;
    }
  }
  return larger(itemsAt(pod, 'containers').map(requestsOf).reduce(added, sidecars), highest);
}

function added(left: Amounts, right: Amounts): Amounts {
  return combined(left, right, (a, b) => a + b);
}

function larger(left: Amounts, right: Amounts): Amounts {
  return combined(left, right, (a, b) => (a > b ? a : b));
}

function combined(left: Amounts, right: Amounts, combine: (a: bigint, b: bigint) => bigint): Amounts {
  return new Map(
    [...new Set([...left.keys(), ...right.keys()])].map((name) => [
      name,
      combine(left.get(name) ?? 0n, right.get(name) ?? 0n),
    ]),
  );
}
