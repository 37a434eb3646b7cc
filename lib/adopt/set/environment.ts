import { POD_INDEX_LABEL } from '../../kubernetes/labels';
import { fieldOf, isObject, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { callOf, type Expression, list, literal, type Mapping, mappingOf } from '../code/expression';
import { enumMember, given } from '../code/values';
import { flagOf, objectsOf } from '../fields';
import { type ReferredKind } from '../references';

/** An object of the namespace of the set, by its name. */
export type Refer = (kind: ReferredKind, name: string) => Expression;

/** How a text of the set is said: as a literal, or by what the set itself knows. */
export type Say = (text: string) => Expression;

/** The environment variables of a container; undefined where it has none. */
export function variablesOf(container: JsonObject, refer: Refer, say: Say): Mapping | undefined {
  const entries = new Map<string, Expression>();
  for (const variable of objectsOf(container, 'env')) {
    const [name, value] = [textOf(variable, 'name'), valueOf(variable, refer, say)];
    if (name !== undefined && value !== undefined && !entries.has(name)) {
      entries.set(name, value);
    }
  }
  return entries.size === 0
    ? undefined
    : {
        kind: 'mapping',
        entries: [...entries].map(([key, value]) => ({ key, value })),
        isExpanded: entries.size > 1,
      };
}

function valueOf(variable: JsonObject, refer: Refer, say: Say): Expression | undefined {
  const source = fieldOf(variable, 'valueFrom');
  if (source === undefined) {
    const text = fieldOf(variable, 'value') ?? '';
    return typeof text === 'string' ? callOf('EnvValue', 'fromValue', say(text)) : undefined;
  }
  return (
    fromField(fieldOf(source, 'fieldRef')) ??
    fromResource(fieldOf(source, 'resourceFieldRef')) ??
    fromKey(source, refer)
  );
}

const POD_LABEL = /^metadata\.(labels|annotations)\['([^'\\]+)'\]$/;

function fromField(reference: JsonValue | undefined): Expression | undefined {
  const path = textOf(reference, 'fieldPath');
  switch (path) {
    case undefined:
      return undefined;
    case 'metadata.name':
      return callOf('PodIdentity', 'podName');
    case 'metadata.namespace':
      return callOf('PodIdentity', 'podNamespace');
    case `metadata.labels['${POD_INDEX_LABEL}']`:
      return callOf('PodIdentity', 'ordinal');
  }
  const match = POD_LABEL.exec(path);
  const member = enumMember('EnvFieldPaths', match === null ? path : `metadata.${match[1]}`);
  return member && callOf('EnvValue', 'fromFieldRef', member, mappingOf({ key: given(match?.[2]) }));
}

function fromResource(reference: JsonValue | undefined): Expression | undefined {
  const resource = enumMember('ResourceFieldPaths', fieldOf(reference, 'resource'));
  const divisor = given(textOf(reference, 'divisor'));
  return resource && callOf('EnvValue', 'fromResource', resource, mappingOf({ divisor }));
}

function fromKey(source: JsonValue, refer: Refer): Expression | undefined {
  const [configMap, secret] = [fieldOf(source, 'configMapKeyRef'), fieldOf(source, 'secretKeyRef')];
  const reference = configMap ?? secret;
  const [name, key] = [textOf(reference, 'name'), textOf(reference, 'key')];
  if (name === undefined || key === undefined) {
    return undefined;
  }
  const options = mappingOf({ optional: given(flagOf(reference, 'optional')) });
  return configMap === undefined
    ? callOf(
        'EnvValue',
        'fromSecretValue',
        mappingOf({ secret: refer('Secret', name), key: literal(key) }),
        options,
      )
    : callOf('EnvValue', 'fromConfigMap', refer('ConfigMap', name), literal(key), options);
}

/** The objects all of whose keys become variables; undefined where there are none. */
export function variableSourcesOf(container: JsonObject, refer: Refer): Expression | undefined {
  const sources = objectsOf(container, 'envFrom').map((source) => {
    const [configMap, secret] = [fieldOf(source, 'configMapRef'), fieldOf(source, 'secretRef')];
    const name = textOf(configMap ?? secret, 'name');
    if (name === undefined) {
      return undefined;
    }
    return isObject(configMap)
      ? callOf('Env', 'fromConfigMap', refer('ConfigMap', name), given(textOf(source, 'prefix')))
      : callOf('Env', 'fromSecret', refer('Secret', name));
  });
  const known = sources.filter((source) => source !== undefined);
  return known.length > 0 ? list(known) : undefined;
}
