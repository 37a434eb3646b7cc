import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../lib/cli/commands';
import { settingsOf } from '../../lib/cli/settings';
import { settingsSchema } from '../../lib/cli/settings-schema';
import { REPOSITORY } from './included-files';

const SCHEMA = join(REPOSITORY, 'cdk8s-stateful.schema.json');
const EXAMPLE = join(REPOSITORY, 'docs/inputs/cdk8s-stateful.yaml');
const commands = Object.values(COMMANDS).map((load) => load());

it('the schema of settings is what the options make of it: run npm run docs', () => {
  const schema = `${JSON.stringify(settingsSchema(commands), undefined, 2)}\n`;
  if (process.env.UPDATE_DOCS === '1') {
    writeFileSync(SCHEMA, schema);
  }
  expect(readFileSync(SCHEMA, 'utf8')).toBe(schema);
});

it('shows settings that the commands take', () => {
  const configured = commands.filter(({ options }) => options.some(({ isSetting }) => isSetting === true));
  const settings = configured.map(({ name, options }) => settingsOf(name, options, EXAMPLE));
  expect(settings).toEqual([
    expect.objectContaining({ 'kubernetes-version': '1.34', strict: true, 'skip-path': ['vendor/**'] }),
    { 'kubernetes-version': '1.34', 'fail-on': 'rolling-restart' },
    { 'kubernetes-version': '1.34' },
    { 'kubernetes-version': '1.34' },
  ]);
});
