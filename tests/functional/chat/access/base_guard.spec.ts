import { test } from '@japa/runner'
import { Router } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import hostRouter from '@adonisjs/core/services/router'
import { completeBases, type Bases } from '#chat/config/bases'
import { guardBases } from '#chat/http/base_guard'
import { ownRoutes } from '#chat/http/own_routes'
import { registerRoutes } from '#start/chat/routes'

const SENTENCE =
  /^The route "(.*)" of this application is where the chat has "(.*)": give the chat (.*) in config\/chat\.ts$/

type Register = (router: Router) => void

/** Starts a host's router with the module's routes and the host's, in one order or the other. */
async function start(register: Register, changed: Partial<Bases> = {}, isHostFirst = false) {
  const bases = completeBases(changed)
  const encryption = await app.container.make('encryption')
  const router = new Router(app, encryption.use(), hostRouter.qs)
  guardBases(router, await ownRoutes(app, hostRouter, bases), bases)
  if (isHostFirst) register(router)
  registerRoutes(router, bases, [], [])
  if (!isHostFirst) register(router)
  router.commit()
}

const page = (pattern: string): Register => {
  return (router) => void router.get(pattern, () => {}).as('host')
}

test.group('A host’s routes beside the module’s', () => {
  test('are refused by name where they are the same', async ({ assert }) => {
    const taken: [pattern: string, base: keyof Bases, value: string][] = [
      ['/chat', 'pages', '/chat'],
      ['/chat/:room', 'pages', '/chat'],
      ['/chat/*', 'pages', '/chat'],
      ['/chat/agents/:name/:tab?', 'pages', '/chat'],
      ['/settings/chat-labels', 'settings', '/settings'],
      ['/p/chat/:slug', 'public', '/p/chat'],
      ['/api/v1/live-chat/widgets', 'api', '/api/v1/live-chat'],
    ]
    for (const [pattern, base, value] of taken) {
      for (const isHostFirst of [false, true]) {
        const { message } = await start(page(pattern), {}, isHostFirst).then(
          () => new Error('It starts'),
          (error: Error) => error
        )
        const [, host, ours, advice] = SENTENCE.exec(message) ?? [message]
        assert.equal(host, `GET ${pattern}`)
        assert.match(ours, new RegExp(`^GET ${value}(/|$)`))
        assert.equal(advice, `another base than "${value}" by bases.${base}`)
      }
    }
  })

  test('stand where the module has no page, and where the host answers every address', async () => {
    const besides = ['/:slug', '/:tenant/agents', '*', '/settings/:section', '/settings/modules']
    for (const pattern of [...besides, '/chat/rooms', '/chats', '/p/:slug', '/chat-room']) {
      await start(page(pattern))
    }
    await start((router) => void router.post('/chat', () => {}).as('host'))
  })

  test('may be at the module’s default addresses once it has others', async ({ assert }) => {
    await start(page('/chat'), { pages: '/support-inbox' })
    await start(page('/p/chat/:slug'), { public: '/p/support' })
    await assert.rejects(
      () => start(page('/support-inbox/agents'), { pages: '/support-inbox' }),
      /"GET \/support-inbox\/agents" of this application/
    )
  })

  test('fail with the router’s own words when the module has no part in it', async ({ assert }) => {
    const twice: Register = (router) => {
      page('/twice')(router)
      page('/twice')(router)
    }
    await assert.rejects(() => start(twice), /host/)
  })
})
