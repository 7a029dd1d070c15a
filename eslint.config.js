import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

/**
 * The third net: what types and import rules cannot see. tests/nett/lint.test.ts shows that it bites.
 * Layout is Prettier's alone. No file may switch a rule off: an exception stands here, with its reason.
 */

/** Each message says what to do instead. */
const everywhere = [
  ...['Identifier', 'PrivateIdentifier', 'JSXIdentifier'].map((kind) => ({
    selector: `${kind}[name=/[^\\x00-\\x7F]/]`,
    message: 'Names are ASCII: write aa for å, oe for ø and ae for æ.',
  })),
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/^\\.{1,2}\\u002F(?!.*\\.\\w+(\\?\\w+)?$)/]',
    message: 'Write the file ending: ./dato.ts, ./Kort.vue.',
  },
]

const clock =
  'The pure floors have no clock: take idag: Dato, or the time as a number, as an argument. Date lives in domain/dato.ts.'
const chance =
  'The pure floors have no randomness: take the id or the number as an argument. main.ts on each side makes them.'
const world =
  'The pure floors touch nothing outside themselves: take what you need as an argument, or do it on the floor above.'
const pureFloors = ['src/domain/**/*.ts', 'src/sync/**/*.ts', 'src/report/**/*.ts']
const worldly = [
  'fetch',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'console',
  'process',
  'window',
  'document',
  'navigator',
  'localStorage',
  'indexedDB',
]

/** Rules of eslint-plugin-vue that lay out templates, which Prettier does. */
const layout = [
  'first-attribute-linebreak',
  'html-closing-bracket-newline',
  'html-closing-bracket-spacing',
  'html-indent',
  'html-quotes',
  'html-self-closing',
  'max-attributes-per-line',
  'multiline-html-element-content-newline',
  'mustache-interpolation-spacing',
  'no-multi-spaces',
  'no-spaces-around-equal-signs-in-attribute',
  'singleline-html-element-content-newline',
]

export default ts.config(
  { ignores: ['dist', 'dist-server', 'node_modules', 'data', 'coverage', 'screens', '.cache'] },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue,js,mjs,cjs}'],
    rules: {
      'no-undef': 'off', // TypeScript knows better
      'no-restricted-syntax': ['error', ...everywhere],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-binary-expression': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-non-null-assertion': 'off', // with noUncheckedIndexedAccess, ! says that the index was checked
      '@typescript-eslint/no-dynamic-delete': 'off', // records of messages by field lose a field by delete
      '@typescript-eslint/unified-signatures': 'off', // Vue's defineEmits is written as overloads
    },
  },
  {
    files: pureFloors,
    ignores: ['src/domain/dato.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: clock },
        { name: 'performance', message: clock },
        { name: 'crypto', message: chance },
        ...worldly.map((name) => ({ name, message: world })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: chance },
        ...['Date', 'performance', 'crypto', 'process', 'fetch', 'setTimeout'].map((property) => ({
          object: 'globalThis',
          property,
          message: world,
        })),
      ],
    },
  },
  {
    // Where a promise that nobody waits for is a change that is lost without a word.
    files: ['src/data/**/*.ts', 'src/server/**/*.ts', 'src/app/**/*.{ts,vue}'],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.vue'] } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/app/**/*.{ts,vue}', 'src/data/**/*.ts'],
    rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      ...Object.fromEntries(layout.map((rule) => [`vue/${rule}`, 'off'])),
      'vue/multi-word-component-names': 'off', // Kort, Side and Felt are the names of the kit
      'vue/attributes-order': 'off', // what reads best together stands together
      'vue/require-default-prop': 'off', // an optional prop is undefined, and its type says so
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/html-button-has-type': 'error',
      'vue/no-empty-component-block': 'error',
      'vue/no-static-inline-styles': ['error', { allowBinding: true }], // the CSP stops style="…"; a binding goes by CSSOM
      'vue/no-template-target-blank': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-useless-v-bind': 'error',
      'vue/no-v-html': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
      'vue/no-restricted-syntax': ['error', everywhere[0]],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['it', 'test', 'describe'].flatMap((object) =>
          ['skip', 'only', 'todo', 'fails'].map((property) => ({
            object,
            property,
            message: 'A test that is switched off is a failing test: put it right, or take it away.',
          })),
        ),
        { object: 'vi', property: 'mock', message: 'No module mocks: hand the test double in as an argument.' },
      ],
    },
  },
)
