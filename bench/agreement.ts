import { deepStrictEqual } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { measure, type SystemName } from './measurement';
import type { PlainObject } from './objects';

const SHAPE = { charts: 3, workloads: 4 };

/**
 * Makes sure that the systems do the same work before they are compared.
 *
 * @throws if our App writes other bytes than cdk8s's, or if the objects differ
 */
export function requireAgreement(scratch: string): void {
  const filesOf = (system: SystemName): Record<string, string> => {
    const outdir = join(scratch, system);
    measure(system, SHAPE, outdir);
    const names = readdirSync(outdir).sort();
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(outdir, name), 'utf8')]));
  };
  const stateful = filesOf('stateful');
  const plus = filesOf('plus');

  deepStrictEqual(stateful, filesOf('stateful-stock-app'));
  deepStrictEqual(stateful, filesOf('kube'));
  deepStrictEqual(plus, filesOf('plus-fast-app'));

  const objects = objectsIn(scratch, 'stateful');
  const lines = Object.values(filesOf('json')).flatMap((text) => text.trim().split('\n'));
  deepStrictEqual(
    objects,
    lines.map((line) => JSON.parse(line) as PlainObject),
  );
  // The defaults of cdk8s-plus-28 are others: what was asked for must be the same.
  deepStrictEqual(objectsIn(scratch, 'plus').map(namesOf), objects.map(namesOf));
}

function objectsIn(scratch: string, system: SystemName): PlainObject[] {
  const outdir = join(scratch, system);
  return readdirSync(outdir)
    .sort()
    .flatMap((name) => Yaml.load(join(outdir, name)) as PlainObject[]);
}

function namesOf({ kind, metadata }: PlainObject): string {
  return `${kind}/${metadata.name}`;
}
