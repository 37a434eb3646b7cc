import { valueAt } from '../../manifests/field-path';
import { fieldOf, textOf, type JsonObject } from '../../manifests/json';
import { camelCase } from '../code/constant-names';
import { callOf, CHART, type Expression, literal, newOf, useOf, Variable } from '../code/expression';
import { type Statement } from '../code/program';
import { countOf, objectsOf } from '../fields';
import { type Target } from '../target/target';
import { claimProps } from './claim';
import { containerOptions, containerProps, mountOptions } from './container';
import { sayPeers } from './peers';
import { schedulingOf } from './scheduling';
import { selectorOf, setProps, type SetSurroundings } from './set-props';
import { volumeOf } from './volume';

/** The code of one set: its constant, and the statements that make it and all in its pods. */
export interface SetCode {
  readonly variable: Variable;
  readonly sections: readonly (readonly Statement[])[];
}

/** A constant and how it is made. */
interface Named {
  readonly variable: Variable;
  readonly value: Expression;
}

/** Writes the code of a set by the types of the library, as far as they go. */
export function setCode(target: Target, id: string, surroundings: SetSurroundings): SetCode {
  const { short, wanted, name } = target;
  const variable = new Variable(camelCase(name));
  const set = useOf(variable);
  const say = sayPeers(set, {
    name,
    namespace: target.namespace,
    serviceName: textOf(fieldOf(short, 'spec'), 'serviceName') ?? name,
    replicas: countOf(fieldOf(short, 'spec'), 'replicas') ?? 1,
    firstOrdinal: countOf(valueAt(short, ['spec', 'ordinals']), 'start') ?? 0,
  });
  const pod = valueAt(short, ['spec', 'template', 'spec']);
  const props = setProps(short, wanted, surroundings);
  const claims = byName(
    objectsOf(fieldOf(short, 'spec'), 'volumeClaimTemplates'),
    'claim',
    claimNameOf,
    (template, claim) => callOf(set, 'addClaim', literal(claim), claimProps(template)),
  );
  // The controller puts the claim in the place of a volume of its name.
  const ownVolumes = objectsOf(pod, 'volumes').filter((volume) => !claims.has(nameOf(volume) ?? ''));
  const volumes = byName(ownVolumes, 'volume', nameOf, (volume) => volumeOf(volume, set, surroundings.refer));
  const initContainers = objectsOf(pod, 'initContainers');
  const containers = objectsOf(pod, 'containers');
  const added = [
    ...initContainers.map((container) => containerCode(container, 'addInitContainer')),
    ...containers.map((container) => containerCode(container, 'addContainer')),
  ];

  function containerCode(container: JsonObject, method: string): readonly Statement[] {
    const name = nameOf(container) ?? 'container';
    const made = new Variable(camelCase(name), camelCase(name, 'container'));
    const options = containerOptions(container, (claim) => useIn(claims, claim));
    const mounts = objectsOf(container, 'volumeMounts').flatMap((mount) => {
      const [volume, path] = [textOf(mount, 'name') ?? '', textOf(mount, 'mountPath')];
      const storage = useIn(claims, volume) ?? useIn(volumes, volume);
      return storage === undefined || path === undefined
        ? []
        : [statement(callOf(useOf(made), 'mount', literal(path), storage, mountOptions(mount)))];
    });
    return [
      statement(callOf(set, method, containerProps(container, surroundings.refer, say)), made),
      ...(options === undefined ? [] : [statement(callOf(set, 'extendContainer', useOf(made), options))]),
      ...mounts,
    ];
  }

  const volumeNames = [...volumes.keys()];
  // cdk8s-plus-28 lists volumes as the containers mount them, unless they are added first.
  const isMountOrder =
    volumeNames.join('\u0000') === mountedVolumes([...containers, ...initContainers], volumes).join('\u0000');
  return {
    variable,
    sections: [
      [statement(newOf('StatefulSet', CHART, literal(id), props), variable)],
      [...claims.values(), ...volumes.values()].map(({ variable: constant, value }) =>
        statement(value, constant),
      ),
      ...(isMountOrder
        ? []
        : [
            [...volumes.values()].map(({ variable: volume }) =>
              statement(callOf(set, 'addVolume', useOf(volume))),
            ),
          ]),
      ...added,
      schedulingOf(pod, {
        set,
        selector: selectorOf(short),
        hasNamespace: target.namespace !== undefined,
      }).map((call) => statement(call)),
    ],
  };
}

function statement(value: Expression, variable?: Variable): Statement {
  return { variable, value, comment: [] };
}

/** The first object of each name, as a constant. */
function byName(
  objects: readonly JsonObject[],
  noun: string,
  named: (object: JsonObject) => string | undefined,
  valueOf: (object: JsonObject, name: string) => Expression,
): ReadonlyMap<string, Named> {
  const constants = new Map<string, Named>();
  for (const object of objects) {
    const name = named(object);
    if (name !== undefined && !constants.has(name)) {
      const variable = new Variable(camelCase(name), camelCase(name, noun));
      constants.set(name, { variable, value: valueOf(object, name) });
    }
  }
  return constants;
}

function nameOf(object: JsonObject): string | undefined {
  return textOf(object, 'name');
}

function claimNameOf(template: JsonObject): string | undefined {
  return textOf(fieldOf(template, 'metadata'), 'name');
}

function useIn(constants: ReadonlyMap<string, Named>, name: string): Expression | undefined {
  const constant = constants.get(name);
  return constant && useOf(constant.variable);
}

/** The volumes that containers mount, in the order in which they first do. */
function mountedVolumes(
  containers: readonly JsonObject[],
  volumes: ReadonlyMap<string, Named>,
): readonly string[] {
  const mounted = containers.flatMap((container) =>
    objectsOf(container, 'volumeMounts').flatMap((mount) => textOf(mount, 'name') ?? []),
  );
  return [...new Set(mounted)].filter((name) => volumes.has(name));
}
