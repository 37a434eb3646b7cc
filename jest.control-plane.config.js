// The suites that need a real control plane: see scripts/test-cluster.mjs.
const shared = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...shared,
  roots: ['<rootDir>/test/control-plane'],
  testMatch: ['**/*.cluster.ts'],
  reporters: ['default'],
  globalSetup: '<rootDir>/test/control-plane/connect.js',
  globalTeardown: '<rootDir>/test/control-plane/disconnect.js',
  // Most of the time is spent waiting for controllers.
  maxConcurrency: 6,
  maxWorkers: 1,
  testTimeout: 900_000,
};
