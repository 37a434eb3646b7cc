import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['build/', 'coverage/', 'dist/', 'imports/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.test.json' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowStaticOnly: true, allowEmpty: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    // A construct is created for what it adds to its scope.
    files: ['examples/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-new': 'off' },
  },
  {
    // The judging half reads manifests of any tool: it knows nothing of cdk8s or of the constructs.
    files: [
      'lib/facts/**/*.ts',
      'lib/rules/**/*.ts',
      'lib/plan/**/*.ts',
      'lib/show/**/*.ts',
      'lib/report/**/*.ts',
      'lib/kubernetes/**/*.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(cdk8s|cdk8s-plus-28|constructs)$|/imports/',
              message: 'The judging half knows nothing of cdk8s.',
            },
          ],
        },
      ],
    },
  },
);
