import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { ownRoutes } from '#chat/http/own_routes'
import type { ChatConfig } from '#chat/config/chat_config'

const FILES = [
  'app/chat/**/*.ts',
  'resources/views/chat/**/*.edge',
  'resources/js/chat/**/*.ts',
  'start/chat/**/*.ts',
]

/** An address of the module where a string, a template or an attribute begins, or behind an origin in one. */
const WRITTEN =
  /(?<=["'`}]|=)\/(?:chat|settings\/(?:chat|canned)[\w-]*|p\/chat|api\/widget|chat-assets|api\/v1)(?![\w-])/g

/** Where they may be written, and why. */
const ALLOWED: Record<string, string> = {
  'app/chat/config/bases.ts': 'the defaults',
  'resources/js/chat/web/options.ts': 'the default of the package for other websites',
}

const sources = () =>
  FILES.flatMap((pattern) => globSync(pattern)).map((file) => ({
    file,
    source: readFileSync(file, 'utf8'),
  }))

const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')

test.group('Addresses of the module', () => {
  test('are made from the names of routes, never written', ({ assert }) => {
    const found = sources().flatMap(({ file, source }) =>
      (withoutComments(source).match(WRITTEN) ?? []).map((address) => `${file}: ${address}`)
    )
    const unexpected = found.filter((each) => !(each.split(':')[0] in ALLOWED))
    assert.deepEqual(unexpected, [])
    const allowed = new Set(found.map((each) => each.split(':')[0]))
    assert.sameMembers([...allowed], Object.keys(ALLOWED))
  })

  test('name routes that there are', async ({ assert }) => {
    const { bases } = app.config.get<ChatConfig>('chat')
    const own = await ownRoutes(app, router, bases)
    const named = sources().flatMap(({ source }) =>
      [...source.matchAll(/chat(?:Url|Path)\(\s*'([^']+)'/g)].map(([, name]) => name)
    )
    assert.isAbove(named.length, 100)
    assert.deepEqual(
      named.filter((name) => !own.has(name)),
      []
    )
  })
})
