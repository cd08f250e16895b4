import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundaries } from './eslint.boundaries.mjs';
import { fromConnect } from './eslint.from-connect.mjs';

export default defineConfig(
  { ignores: ['dist', 'coverage', '.tmp'] },
  {
    files: ['{machines,src,adapters,test,demo,bench}/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { switchhook: { rules: { boundaries, 'from-connect': fromConnect } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'switchhook/boundaries': 'error',
      // `${count}` reads better than `${String(count)}`.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => doIt()` is the plainest callback that returns nothing.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['machines/**/*.ts'],
    rules: {
      // `types: { input: {} as X }` looks needless to this rule, and its fix would lose the type.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    files: ['demo/desktop/page/**/*.tsx'],
    rules: { 'switchhook/from-connect': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Tests hand over methods unbound, throw what a bad SDK would throw, feed untyped wire data, and know what is there.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
