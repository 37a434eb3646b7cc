import { finalizerProblem, finalizersConflict } from '../../lib/kubernetes/finalizers';

test.each([
  'example.com/cleanup',
  'kubernetes.io/pvc-protection',
  'kubernetes',
  'orphan',
  'foregroundDeletion',
])('%s is a finalizer', (name) => {
  expect(finalizerProblem(name)).toBeUndefined();
});

test.each(['', 'cleanup', 'Orphan', 'example.com/', 'Example Com/cleanup'])('%p is none', (name) => {
  expect(finalizerProblem(name)).toMatch(/^must /);
});

test('an object cannot both delete and keep what it owns', () => {
  expect(finalizersConflict(['orphan', 'foregroundDeletion'])).toBe(true);
  expect(finalizersConflict(['orphan', 'example.com/cleanup'])).toBe(false);
});
