import { configApp, RULES_LIST } from '@adonisjs/eslint-config'

const HOST_IS_OUT_OF_REACH = {
  group: ['#crm/*', '**/app/crm/**', '**/crm/**'],
  message: 'The chat knows its host through the contract in config/chat.ts alone.',
}

export default configApp(
  { ignores: ['tmp/**'] },
  {
    name: 'The chat does not know its host',
    files: ['app/chat/**/*.ts', 'start/chat/**/*.ts', 'providers/chat_provider.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [HOST_IS_OUT_OF_REACH] }] },
  },
  {
    name: 'Browser code',
    files: ['resources/js/**/*.ts'],
    rules: {
      ...RULES_LIST,
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/naming-convention': 'off',
      '@unicorn/prefer-number-properties': 'off',
    },
  },
  {
    name: 'Tests and benchmarks read one thing off an answer at a time',
    files: ['tests/**/*.ts', 'benchmarks/**/*.ts'],
    rules: { '@unicorn/no-await-expression-member': 'off' },
  }
)
