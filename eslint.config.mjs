import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const noImport = (...groups) => [
  'error',
  {
    patterns: groups.map(([group, message]) => ({ group, message })),
  },
];
const LIT = [['lit', 'lit/*'], 'only elements know lit'];
const upwards = (...rooms) => [
  rooms.flatMap(room => [`**/${room}/*`, `**/${room}`]),
  'core ← hosts ← elements; core ← locales ← elements; simulator ← hosts, core',
];

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'custom-elements.json'] },
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
  // The layers of the house: an import may only point down.
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-imports': noImport(LIT, upwards('hosts', 'elements', 'events', 'locales', 'simulator')),
    },
  },
  {
    files: ['src/hosts/**'],
    rules: {
      'no-restricted-imports': noImport(LIT, upwards('elements', 'events', 'locales', 'simulator')),
      'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'location', 'self', 'globalThis'],
    },
  },
  {
    files: ['src/hosts/address.ts', 'src/hosts/detect.ts', 'src/hosts/client-info.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/locales/**', 'src/simulator/**', 'src/events/**'],
    rules: { 'no-restricted-imports': noImport(LIT, upwards('elements')) },
  },
  {
    files: ['src/elements/**'],
    rules: { 'no-restricted-imports': noImport(upwards('simulator')) },
  },
  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', 400],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML'].map(property => ({ property, message: 'text goes through lit' })),
      ],
    },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
);
