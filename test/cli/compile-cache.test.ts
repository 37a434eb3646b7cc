import { enableCompileCache } from '../../lib/cli/compile-cache';

test('the compile cache is enabled where Node.js has one', () => {
  const enable = jest.fn();
  enableCompileCache({ enableCompileCache: enable });
  expect(enable).toHaveBeenCalledWith();
});

test('a Node.js without a compile cache does without', () => {
  expect(() => {
    enableCompileCache({});
  }).not.toThrow();
});
