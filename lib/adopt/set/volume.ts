import { fieldOf, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { callOf, type Expression, literal, mappingOf, textMapping } from '../code/expression';
import { enumMember, given, memoryOf } from '../code/values';
import { flagOf, numberOf, objectsOf, textMapOf } from '../fields';
import { type Refer } from './environment';

/**
 * A volume of a pod. One of a kind that cdk8s-plus-28 has no method for becomes an empty directory, in whose place a
 * patch puts the volume itself: so that containers mount it as they mount others.
 */
export function volumeOf(volume: JsonObject, set: Expression, refer: Refer): Expression {
  const text = textOf(volume, 'name') ?? '';
  const name = literal(text);
  const sources: Readonly<Record<string, ((source: JsonValue) => Expression | undefined) | undefined>> = {
    emptyDir: (source) => callOf('Volume', 'fromEmptyDir', set, name, name, emptyDirOptions(source)),
    configMap: (source) => {
      const configMap = textOf(source, 'name');
      return configMap === undefined
        ? undefined
        : callOf('Volume', 'fromConfigMap', set, name, refer('ConfigMap', configMap), files(name, source));
    },
    secret: (source) => {
      const secret = textOf(source, 'secretName');
      return secret === undefined
        ? undefined
        : callOf('Volume', 'fromSecret', set, name, refer('Secret', secret), files(name, source));
    },
    persistentVolumeClaim: (source) => {
      const claim = textOf(source, 'claimName');
      const options = mappingOf({ name, readOnly: given(flagOf(source, 'readOnly')) });
      return claim === undefined
        ? undefined
        : callOf(
            'Volume',
            'fromPersistentVolumeClaim',
            set,
            name,
            refer('PersistentVolumeClaim', claim),
            options,
          );
    },
    hostPath: (source) => {
      const path = textOf(source, 'path');
      const type = enumMember('HostPathVolumeType', fieldOf(source, 'type'));
      return path === undefined
        ? undefined
        : callOf('Volume', 'fromHostPath', set, name, name, mappingOf({ path: literal(path), type }));
    },
    nfs: (source) => {
      const [server, path] = [textOf(source, 'server'), textOf(source, 'path')];
      return server === undefined || path === undefined
        ? undefined
        : callOf(
            'Volume',
            'fromNfs',
            set,
            name,
            name,
            mappingOf({
              server: literal(server),
              path: literal(path),
              readOnly: given(flagOf(source, 'readOnly')),
            }),
          );
    },
    csi: (source) => {
      const driver = textOf(source, 'driver');
      const attributes = textMapOf(source, 'volumeAttributes');
      const options = mappingOf({
        name,
        fsType: given(textOf(source, 'fsType')),
        readOnly: given(flagOf(source, 'readOnly')),
        attributes: attributes && textMapping(attributes),
      });
      return driver === undefined
        ? undefined
        : callOf('Volume', 'fromCsi', set, name, literal(driver), options);
    },
  };
  const [kind, source] = Object.entries(volume).find(([field]) => field !== 'name') ?? ['emptyDir', {}];
  const known = Object.hasOwn(sources, kind) ? sources[kind]?.(source) : undefined;
  return known ?? callOf('Volume', 'fromEmptyDir', set, name, name);
}

function emptyDirOptions(source: JsonValue): Expression | undefined {
  return mappingOf({
    medium: enumMember('EmptyDirMedium', fieldOf(source, 'medium')),
    sizeLimit: memoryOf(fieldOf(source, 'sizeLimit')),
  });
}

function files(name: Expression, source: JsonValue): Expression | undefined {
  return mappingOf({
    name,
    defaultMode: given(numberOf(source, 'defaultMode')),
    optional: given(flagOf(source, 'optional')),
    items: itemsOf(source),
  });
}

function itemsOf(source: JsonValue): Expression | undefined {
  const entries = objectsOf(source, 'items').flatMap((item) => {
    const [key, path] = [textOf(item, 'key'), textOf(item, 'path')];
    const mapping = path && mappingOf({ path: literal(path), mode: given(numberOf(item, 'mode')) });
    return key === undefined || mapping === undefined || mapping === '' ? [] : [[key, mapping] as const];
  });
  return mappingOf(Object.fromEntries(entries));
}
