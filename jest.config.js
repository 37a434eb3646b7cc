/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] },
  moduleNameMapper: {
    '^cdk8s-stateful$': '<rootDir>/lib/index.ts',
    // What the library loads as a bundle.
    '/bundle/analysis$': '<rootDir>/lib/api/analysis.ts',
    '/bundle/adoption$': '<rootDir>/lib/cli/adoption.ts',
  },
  randomize: true,
  collectCoverageFrom: ['lib/**/*.ts', 'examples/**/*.ts', '!**/*.d.ts'],
  reporters: ['default', '<rootDir>/test/left-out.js'],
  coverageReporters: ['text', 'json-summary'],
};
