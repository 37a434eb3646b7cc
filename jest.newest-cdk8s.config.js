const config = require('./jest.config');

/**
 * The suites whose subject is to do what cdk8s does, against the newest release of it that package.json names.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...config,
  testMatch: [
    'app/app',
    'app/synth/*',
    'app/yaml/*',
    'constructs/rendering/manifest-metadata',
    'constructs/rendering/fast-api-object',
    'constructs/rendering/to-plain-manifest',
    'constructs/rendering/rendered-service',
  ].map((suite) => `<rootDir>/test/${suite}.test.ts`),
  moduleNameMapper: { ...config.moduleNameMapper, '^cdk8s$': '<rootDir>/node_modules/cdk8s-newest' },
};
