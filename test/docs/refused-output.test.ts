import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Service } from 'cdk8s-plus-28';
import { StatefulSet, type StatefulSetProps } from '../../lib';
import { newChart, NGINX } from '../synthesis';
import { REPOSITORY } from './included-files';

const OUTPUT = join(REPOSITORY, 'docs/output/refused.txt');

function messageOf(props: (scope: ReturnType<typeof newChart>) => Partial<StatefulSetProps>): string {
  const chart = newChart();
  try {
    new StatefulSet(chart, 'web', { containers: [NGINX], ...props(chart) });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

it('docs/output/refused.txt is what constructs say: run npm run docs', () => {
  const messages = [
    messageOf(() => ({ name: 'a-name-that-says-everything-there-is-to-say-of-the-set' })),
    messageOf((chart) => ({ service: new Service(chart, 'client', { ports: [{ port: 80 }] }) })),
    messageOf(() => ({ replicas: -1 })),
  ];
  const output = `${messages.join('\n\n')}\n`;
  if (process.env.UPDATE_DOCS === '1') {
    writeFileSync(OUTPUT, output);
  }
  expect(readFileSync(OUTPUT, 'utf8')).toBe(output);
  expect(messages).toHaveLength(new Set(messages).size);
});
