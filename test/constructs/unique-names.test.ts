import { App, Chart, Testing } from 'cdk8s';
import { Deployment, Service } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { newChart, NGINX } from '../synthesis';

const set = (chart: Chart, id: string, namespace?: string): StatefulSet =>
  new StatefulSet(chart, id, { containers: [NGINX], name: 'web', serviceName: id, namespace });

it('lets sets of one name live in different namespaces', () => {
  const chart = newChart();
  set(chart, 'one', 'blue');
  set(chart, 'two', 'green');
  expect(Testing.synth(chart)).toHaveLength(4);
});

it('lets charts without a namespace go to different ones', () => {
  const app = new App();
  const [blue, green] = ['blue', 'green'].map((id) => new Chart(app, id));
  set(blue, 'one');
  set(green, 'two');
  expect([Testing.synth(blue), Testing.synth(green)].flat()).toHaveLength(4);
});

it('lets objects of different kinds share a name', () => {
  const chart = newChart();
  set(chart, 'peers');
  new Service(chart, 'client', { metadata: { name: 'web' }, ports: [{ port: 80 }] });
  new Deployment(chart, 'stateless', { metadata: { name: 'web' }, containers: [NGINX] });
  expect(Testing.synth(chart)).toHaveLength(4);
});

it('fails once for a pair, however many sets the app has', () => {
  const chart = newChart();
  set(chart, 'one');
  set(chart, 'two');
  new StatefulSet(chart, 'other', { containers: [NGINX] });
  const messages = chart.node.root.node.validate();
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/chart\/two\/Resource.*chart\/one\/Resource.*"web".*\[NAME_TAKEN\]$/);
});
