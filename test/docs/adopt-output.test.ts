import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adopt, adoptionText, chartFile, isExact } from '../../lib/adopt';
import { readPaths } from '../../lib/manifests/reading/read-paths';
import { adoptionTable, type AdoptionFigures, figuresOf } from './adoption-table';
import { corpus } from '../adopt/inputs';
import { REPOSITORY } from './included-files';
import { expectOutput } from './output';

const RUNNING = join(__dirname, '../fixtures/running');
const FIGURES = join(REPOSITORY, 'docs/inputs/adoption.json');

it.each([
  ['helm.yaml', 'adopted-helm'],
  ['by-hand.yaml', 'adopted-by-hand'],
])('docs/output has what adopt writes of %s: run npm run docs', (file, name) => {
  const adopted = adopt({ manifests: readPaths([join(RUNNING, file)]).manifests });
  expect(isExact(adopted)).toBe(true);
  expectOutput(`${name}.ts.txt`, chartFile(adopted).content);
  expectOutput(`${name}.txt`, adoptionText(adopted));
});

const publicManifests = corpus();
const isThere = publicManifests.length > 0;

(isThere ? it : it.skip)(
  `docs/inputs/adoption.json has the figures of the public manifests: run npm run docs${isThere ? '' : ' (left out: ../shared/corpus is not there)'}`,
  () => {
    const produced = `${JSON.stringify(figuresOf(publicManifests), undefined, 2)}\n`;
    if (process.env.UPDATE_DOCS === '1') {
      writeFileSync(FIGURES, produced);
    }
    expect(readFileSync(FIGURES, 'utf8')).toBe(produced);
  },
);

it('the page about adopting has the table of these figures: run npm run docs', () => {
  expect(existsSync(FIGURES)).toBe(true);
  const figures = JSON.parse(readFileSync(FIGURES, 'utf8')) as AdoptionFigures;
  const page = join(REPOSITORY, 'docs/adopting-a-running-set.md');
  const [before, , after] = readFileSync(page, 'utf8').split(/<!-- (?:begin|end) figures -->/);
  const text = `${before}<!-- begin figures -->\n\n${adoptionTable(figures)}\n\n<!-- end figures -->${after}`;
  if (process.env.UPDATE_DOCS === '1') {
    writeFileSync(page, text);
  }
  expect(readFileSync(page, 'utf8')).toBe(text);
});
