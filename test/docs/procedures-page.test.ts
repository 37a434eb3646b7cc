import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseKubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { BY_HAND, isOf, MIGRATED } from '../control-plane/kinds-of-change';
import { REPOSITORY } from './included-files';
import { proceduresTable, type SeenProcedures } from './procedures-page';

const PAGE = join(REPOSITORY, 'docs/migration-procedures.md');
const SEEN = JSON.parse(
  readFileSync(join(REPOSITORY, 'docs/inputs/procedures.json'), 'utf8'),
) as SeenProcedures;
const MARKER = '<!-- procedures: made by npm run docs -->';

it('docs/migration-procedures.md ends with what was seen: run npm run docs', () => {
  const [text] = readFileSync(PAGE, 'utf8').split(MARKER);
  const page = `${text}${MARKER}\n\n${proceduresTable(MIGRATED, BY_HAND, SEEN)}\n`;
  if (process.env.UPDATE_DOCS === '1') {
    writeFileSync(PAGE, page);
  }
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

it.each(Object.keys(SEEN))(
  'on Kubernetes %s every procedure was run to its end, and killed on the way',
  (version) => {
    const rows = Object.entries(SEEN[version]);
    const asked = parseKubernetesVersion(version);
    const kinds = MIGRATED.filter((kind) => asked !== undefined && isOf(kind, asked));
    expect(rows.map(([title]) => title)).toEqual(kinds.map(({ title }) => title).sort());
    expect(rows.filter(([, seen]) => seen === undefined || seen.commands < 2 || seen.kills < 2)).toEqual([]);
  },
);
