import { Service } from 'cdk8s-plus-28';
import { StatefulSet, type StatefulSetProps } from '../../lib';
import { newChart, NGINX } from '../synthesis';
import { expectOutput } from './output';

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
  expectOutput('refused.txt', `${messages.join('\n\n')}\n`);
  expect(messages).toHaveLength(new Set(messages).size);
});
