import { App } from 'cdk8s';
import { Checks } from 'cdk8s-stateful';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CapabilitiesChart } from '../../docs/examples/capabilities';
import { manifestsOf } from '../synthesis';
import { REPOSITORY } from './included-files';

const read = (file: string): string => readFileSync(join(REPOSITORY, file), 'utf8');

/** The areas that the README names in its table. */
const [, table] = read('README.md').split('## Capabilities\n');
const areas = [...table.split('\n## ')[0].matchAll(/^\| (?:\[([^\]]+)\]\(.*?\)|([^|[]+?)) +\|/gm)]
  .map(([, ...cells]) => cells.find((cell) => Boolean(cell)))
  .filter((area) => area !== 'area' && area?.startsWith('-') === false);

test('the README has a table of capabilities', () => {
  expect(areas).toEqual(expect.arrayContaining(['identity', 'storage', 'escape hatch']));
});

/** `npm run smoke-test:languages` holds what these programs write to what the one in TypeScript writes. */
test.each(['capabilities.ts', 'capabilities.py', 'Capabilities.java', 'capabilities.go'])(
  '%s shows each capability of the README',
  (file) => {
    const comments = [...read(`docs/examples/${file}`).matchAll(/(?:\/\/|#) (\w[\w ]*)$/gm)];
    expect(new Set(comments.map(([, area]) => area))).toEqual(new Set(areas));
    expect(read('docs/languages.md')).toContain(`<!-- include: docs/examples/${file}#capabilities -->`);
  },
);

test('all capabilities together are what a cluster takes', () => {
  const { errors } = Checks.ofManifests(manifestsOf(new CapabilitiesChart(new App(), 'capabilities')));
  expect(errors).toEqual([]);
});
