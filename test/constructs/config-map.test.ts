import { ConfigMap } from '../../lib/constructs/config-map';
import { manifestOf, newChart } from '../synthesis';

it('says that it is immutable only where it is', () => {
  const chart = newChart();
  const files = { data: { 'a.conf': 'on' } };
  new ConfigMap(chart, 'files', { metadata: { name: 'files' }, ...files });
  new ConfigMap(chart, 'fixed', { metadata: { name: 'fixed' }, ...files, immutable: true });
  expect(manifestOf(chart, 'ConfigMap', 'files')).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'files' },
    ...files,
  });
  expect(manifestOf(chart, 'ConfigMap', 'fixed')).toMatchObject({ immutable: true });
});
