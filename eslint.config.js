import { configApp, RULES_LIST } from '@adonisjs/eslint-config'

const HOST_IS_OUT_OF_REACH = {
  group: ['#crm/*', '**/crm/**', '!#chat/services/crm/*'],
  message: 'The chat knows its host through the contract in config/chat.ts alone.',
}

const ONLY_BY_ITS_PACKAGE = {
  group: ['#chat/*'],
  message:
    'The host uses the chat as any application does: by what the package adonis-crm-chat exports.',
}

const CATALOGUE_HAS_MESSAGES = {
  name: '@vinejs/vine',
  message: 'Import #chat/validators/vine: its messages come from the catalogue.',
}

const HOST_HAS_MESSAGES = {
  property: 'validateUsing',
  message:
    'Ask `validator.validate(request.all())`: a host may give `validateUsing` its own messages.',
}

export default configApp(
  { ignores: ['tmp/**', 'dist/**', 'tests/hosts/kits/**'] },
  {
    name: 'The chat does not know its host',
    files: ['app/chat/**/*.ts', 'start/chat/**/*.ts', 'providers/chat_provider.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [HOST_IS_OUT_OF_REACH], paths: [CATALOGUE_HAS_MESSAGES] },
      ],
      'no-restricted-properties': ['error', HOST_HAS_MESSAGES],
    },
  },
  {
    name: 'Where the catalogue and Vine meet',
    files: ['app/chat/validators/{vine,text_messages,api_messages}.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [HOST_IS_OUT_OF_REACH] }] },
  },
  {
    name: 'The host knows no more of the chat than others do',
    files: [
      'app/crm/**/*.ts',
      'config/**/*.ts',
      'start/*.ts',
      'database/seeders/**/*.ts',
      'providers/crm_provider.ts',
      'adonisrc.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: [ONLY_BY_ITS_PACKAGE] }] },
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
