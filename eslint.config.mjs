import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist', 'coverage', '*.d.ts'] },
  ...tseslint.configs.recommended,
  lit.configs['flat/recommended'],
  wc.configs['flat/best-practice'],
  {
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'wc/guard-super-call': 'off',
      'wc/file-name-matches-element': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['scripts/**', 'bench/**', '*.mjs'], rules: { 'no-console': 'off' } },
  // Mini programs load their files by `require`.
  { files: ['demo/miniprogram/**'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // Only these hosts' files read globals. What may import what: .dependency-cruiser.mjs.
  {
    files: ['src/hosts/**'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'location', 'self', 'globalThis'],
    },
  },
  {
    files: ['src/hosts/relay.ts', 'src/hosts/detect.ts', 'src/hosts/client-info.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML'].map(property => ({ property, message: 'text goes through lit' })),
      ],
    },
  },
  // The composer's whole public API and its render() stand in one file.
  {
    files: ['src/elements/menu-composer/kf-menu-composer.ts'],
    rules: { 'max-lines': ['error', { max: 490, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
);
