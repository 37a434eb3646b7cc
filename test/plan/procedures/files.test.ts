import { manifestOf } from '../../../lib/manifests/manifest';
import { filesOf } from '../../../lib/plan/procedures/files';
import { service } from '../manifests';

const read = [
  manifestOf(service(), { file: 'dist/b.yaml', line: 1 }),
  manifestOf(service(), { file: 'dist/a.yaml', line: 1 }),
  manifestOf(service(), { file: 'dist/b.yaml', line: 9 }),
];

test('the files of manifests are named once, in the order in which they were read', () => {
  expect(filesOf(['dist'], read)).toEqual(['dist/b.yaml', 'dist/a.yaml']);
});

test.each(['-', '/dev/fd/63', 'git:HEAD:dist'])(
  'what came from %s has no file that kubectl could read',
  (source) => {
    expect(filesOf([source], read)).toBeUndefined();
  },
);
