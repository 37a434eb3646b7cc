// What the Go types of the API tell, and OpenAPI does not: which fields are pointers, in which zero is not absent.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloaded } from '../control-plane/modules.mjs';
import { PINNED } from './definitions.mjs';

/** The packages of the definitions, by the beginning of their ids. */
const MODULES = [
  { prefix: 'io.k8s.api.', module: 'k8s.io/api', folder: '' },
  { prefix: 'io.k8s.apimachinery.', module: 'k8s.io/apimachinery', folder: '' },
];

const sources = new Map();

/** The fields of a definition that are pointers, by their names in JSON, as a minor version has them. */
export function pointersOf(id, minor) {
  const { prefix, module } = MODULES.find((one) => id.startsWith(one.prefix));
  const path = id.slice(prefix.length).split('.');
  const struct = path.pop();
  const fields = structsIn(module, path.join('/'), minor).get(struct);
  if (fields === undefined) {
    throw new Error(`${module} of Kubernetes 1.${minor} has no type ${id}`);
  }
  return new Set(fields.filter(({ isPointer }) => isPointer).map(({ name }) => name));
}

function structsIn(module, folder, minor) {
  const version = PINNED.get(minor).replace(/^1\./, '0.');
  const key = `${module} ${version} ${folder}`;
  if (!sources.has(key)) {
    const file = join(downloaded({ module, version }).Dir, folder, 'types.go');
    sources.set(key, existsSync(file) ? structsOf(readFileSync(file, 'utf8')) : new Map());
  }
  return sources.get(key);
}

/** The fields of each struct of a file, with those of the structs of the same file that are embedded in it. */
function structsOf(source) {
  const bodies = new Map(
    [...source.matchAll(/^type (\w+) struct \{\n(.*?)^\}/gms)].map(([, name, body]) => [name, body]),
  );
  const fieldsOf = (name) =>
    (bodies.get(name) ?? '').split('\n').flatMap((line) => {
      const field = /^\s+(?:\w+\s+)?(\*?)([\w.[\]*]+)\s+`json:"(\w*)/.exec(line);
      if (field === null) {
        return [];
      }
      const [, star, type, json] = field;
      return json === '' ? fieldsOf(type) : [{ name: json, isPointer: star === '*' }];
    });
  return new Map([...bodies.keys()].map((name) => [name, fieldsOf(name)]));
}
