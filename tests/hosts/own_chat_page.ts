import assert from 'node:assert/strict'
import { join } from 'node:path'
import { editByHand } from './fresh_host.js'
import { startHost } from './serving.js'
import { MIGRATE_BUILD, shell } from './shell.js'

const PAGE = 'The rooms of the host'
const TAKEN = /The route "GET \/chat" of this application is where the chat has "GET \/chat"/

/** A host with a page of its own at /chat: it refuses to start with a clear message, and needs one line more. */
export async function playOwnChatPage(folder: string, port: string) {
  const host = shell(folder)
  const build = () => host(`node ace build && ${MIGRATE_BUILD}`)
  const start = () => startHost(join(folder, 'build'), port)

  editByHand(folder, {
    file: 'start/routes.ts',
    below: "as('home')",
    line: `router.get('chat', () => '${PAGE}').as('rooms')`,
  })
  assert.match(await host('! (node ace chat:doctor 2>&1)'), TAKEN)
  await build()
  await assert.rejects(start, TAKEN)

  editByHand(folder, {
    file: 'config/chat.ts',
    below: 'publicUrl:',
    line: "  bases: { pages: '/support-inbox', public: '/p/support' },",
  })
  assert.match(await host('node ace chat:doctor'), /pages \/support-inbox/)
  await build()
  const server = await start()
  try {
    const get = (path: string) => fetch(server.url + path, { redirect: 'manual' })
    assert.equal(await (await get('/chat')).text(), PAGE)
    assert.match((await get('/support-inbox')).headers.get('location') ?? '', /login/)
    for (const path of ['/p/support/unknown.js', '/p/support/api/unknown/config']) {
      const { status, headers } = await get(path)
      assert.deepEqual([status, headers.get('set-cookie')], [404, null], path)
    }
  } finally {
    await server.stop()
  }
}
