import { nearestName } from '../../lib/manifests/nearest-name';

test.each([
  ['imagepullpolicy', 'imagePullPolicy'],
  ['replica', 'replicas'],
  ['rpelicas', 'replicas'],
  ['fro', undefined],
  ['volumeMount', 'volumeMounts'],
  ['foo', undefined],
  ['', undefined],
  ['x'.repeat(1000), undefined],
])('%s is probably %s', (name, meant) => {
  expect(nearestName(name, ['replicas', 'imagePullPolicy', 'volumeMounts', 'for'])).toBe(meant);
});
