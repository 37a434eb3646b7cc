import tseslint from 'typescript-eslint';

/**
 * The folders of lib that each folder may import. Constructs and analysis meet in kubernetes and errors only, and in
 * adopt, which writes the one from the other; app and kubernetes import nothing of lib.
 */
const MAY_IMPORT = {
  app: [],
  kubernetes: [],
  errors: ['kubernetes'],
  constructs: ['errors', 'kubernetes'],
  text: [],
  manifests: ['kubernetes', 'text'],
  check: ['errors', 'kubernetes', 'manifests', 'text'],
  plan: ['check', 'errors', 'kubernetes', 'manifests', 'text'],
  show: ['kubernetes', 'manifests', 'plan', 'text'],
  adopt: ['app', 'check', 'constructs', 'kubernetes', 'manifests', 'plan', 'text'],
};
const FOLDERS = [...Object.keys(MAY_IMPORT), 'api', 'cli'];
/** The analysis reads manifests of any tool and must not depend on cdk8s. */
const ANALYSIS = ['check', 'errors', 'kubernetes', 'manifests', 'plan', 'show', 'text'];

function patternsOf(folder, others) {
  const closed = FOLDERS.filter((one) => one !== folder && !others.includes(one));
  const cdk8s = {
    regex: '^(cdk8s|cdk8s-plus-28|constructs)$|/imports/',
    message: 'The analysis reads manifests of any tool and must not depend on cdk8s.',
  };
  return [
    {
      regex: `^(\\.\\./)+(${closed.join('|')})(/|$)`,
      message: `lib/${folder} may import ${others.length > 0 ? others.join(', ') : 'no other folder of lib'}.`,
    },
    ...(ANALYSIS.includes(folder) ? [cdk8s] : []),
  ];
}

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
    // Generated, and read by no one.
    files: ['lib/kubernetes/field-table.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // A construct is created for what it adds to its scope.
    files: ['examples/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-new': 'off' },
  },
  ...Object.entries(MAY_IMPORT).map(([folder, others]) => ({
    files: [`lib/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: patternsOf(folder, others) }] },
  })),
);
