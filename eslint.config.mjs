// @ts-check
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What only the command may touch: the clock, the environment and the terminal. */
const surroundings = {
  'no-restricted-globals': [
    'error',
    {
      name: 'process',
      message: 'Only src/cli/ may know the process and its environment: take what you need as an argument.',
    },
    { name: 'console', message: 'The library prints nothing: return a Warning or throw a ReportError.' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'The time is given, never read from the clock.',
    },
    {
      selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      message: 'The time is given, never read from the clock.',
    },
  ],
};

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'fixtures/', 'templates/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Taking keys out of an object names them without using them.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Taking a string apart into code points is what is meant wherever it is done here.
      '@typescript-eslint/no-misused-spread': 'off',
      // Control characters are what much of this program is about.
      'no-control-regex': 'off',
      // Joiners and marks are written as escapes where they are meant one by one.
      'no-misleading-character-class': ['error', { allowEscape: true }],
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/cli/**'], rules: surroundings },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test may claim what it knows: a wrong claim fails it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/support/properties.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'fast-check', message: 'Take it from test/support/properties.js: a run of the tests has one seed.' },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Buffer', 'performance', 'setTimeout', 'clearTimeout'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
);
