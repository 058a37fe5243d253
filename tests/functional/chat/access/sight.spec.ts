import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { apiRoutes } from '#chat/openapi/routes'
import router from '@adonisjs/core/services/router'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ApiCaller } from '#tests/helpers/api_caller'
import { servedRoutes } from '#tests/helpers/routes'
import { calls } from '../api/routes.js'
import { InboxClient } from '#tests/helpers/inbox_client'
import { allButSeeingAll, restricted } from './restricted.js'

const NOT_FOUND = 'E_CHAT_CONVERSATION_NOT_FOUND'

/** Taken by every route of the inbox: each finds what it wants. */
const ANYTHING = {
  content: 'Hello',
  client_message_id: randomUUID(),
  seq: 1,
  typing: true,
  viewing: true,
  user_id: 'me',
  to: 'agent:1',
  until: 'hour',
  priority: 'high',
  subject: 'Refund',
  label: randomUUID(),
  field: 'email',
}

const inboxRoutes = () => servedRoutes().filter(({ pattern }) => /^\/chat\/:id(\/|$)/.test(pattern))

test.group('What an agent sees who does not see all chats', () => {
  test('no page, fragment or form of the inbox knows any other conversation', async ({
    assert,
  }) => {
    const scene = await restricted()
    const { annaUser, inside, outside } = scene
    const browser = await AgentBrowser.logIn(annaUser)
    const before = await Promise.all(
      outside.map(({ conversation }) => scene.world.stored(conversation))
    )
    const routes = inboxRoutes()
    assert.isAbove(routes.length, 25)
    const call = (method: string, pattern: string, id: string) => {
      const path = pattern.replace(':id', id).replace(/:\w+/, randomUUID())
      return browser.ask(path, method === 'GET' ? undefined : ANYTHING)
    }
    await allButSeeingAll(scene, annaUser, async () => {
      for (const { method, pattern } of routes) {
        for (const { conversation } of outside.slice(0, 2)) {
          const { status, text } = await call(method, pattern, conversation.externalId)
          assert.equal(status, 404, `${method} ${pattern}`)
          assert.include(text, NOT_FOUND, `${method} ${pattern}`)
        }
      }
      for (const { conversation } of inside) {
        for (const { pattern } of routes.filter(({ method }) => method === 'GET')) {
          const { text } = await call('GET', pattern, conversation.externalId)
          assert.notInclude(text, NOT_FOUND, pattern)
        }
      }
    })
    for (const { lastSeq, status, externalId } of before) {
      const after = await scene.world.chat.inbox.conversation(scene.world.tenantId, externalId)
      assert.deepEqual([after.lastSeq, after.status], [lastSeq, status])
    }
  }).timeout(60_000)

  test('no route of the API knows any other conversation, by either of its names', async ({
    assert,
  }) => {
    const scene = await restricted()
    const { annaUser, outside, world } = scene
    const api = await ApiCaller.for(annaUser)
    const about = (await calls(world)).filter(({ path }) => path.includes('/conversations/{id}'))
    const uploads = { method: 'POST', url: '/conversations/{id}/files?name=a.pdf', body: undefined }
    const known = apiRoutes(router).filter(({ path }) => path.includes('/conversations/{id}'))
    assert.equal(about.length + 1, known.length)
    await allButSeeingAll(scene, annaUser, async () => {
      for (const { method, url, body } of [...about, uploads]) {
        const rest = url.split('/').slice(3).join('/')
        const [{ conversation: one }, { conversation: other }] = outside
        for (const id of [one.externalId, other.id]) {
          const path = `/conversations/${id}${rest && `/${rest}`}`
          const { status, json } = await api.call(method, path, body)
          assert.equal(status, 404, `${method} ${path}`)
          assert.equal(json.errors[0].code, NOT_FOUND, `${method} ${path}`)
        }
      }
    })
  }).timeout(60_000)

  test('lists, counts, searches, exports and the badge hold no other', async ({
    assert,
    client,
  }) => {
    const scene = await restricted()
    const { annaUser, blog, inside, outside } = scene
    const inbox = new InboxClient(client, annaUser)
    const api = await ApiCaller.for(annaUser)
    const ids = outside.map(({ conversation }) => conversation.externalId).join()
    const seen = new Map<string, string>()
    for (const path of [
      '?filter=open',
      '?filter=all',
      `?filter=open&widget=${blog.externalId}`,
      '?filter=unassigned',
      '/list?filter=all&sort=waiting',
      '/list?filter=all&sort=priority',
      '/list?q=Words',
      `/list?q=${outside[0].conversation.number}`,
      '/list?q=Otto',
      `/rows?filter=all&ids=${ids}`,
      '/unread',
      '/export.csv?filter=all',
      '/export.csv?filter=all&q=Words',
    ]) {
      const text = (await inbox.ask(path)).text()
      seen.set(path, text)
    }
    for (const path of [
      '/conversations?filter=all',
      '/conversations?q=Words',
      '/dashboard',
      '/visitors',
      '/visitors?q=home.example',
      '/conversations/export?filter=all',
    ]) {
      seen.set(path, (await api.get(path)).text)
    }
    for (const [path, text] of seen) {
      for (const { conversation, visitor } of outside) {
        const isAskedFor = path.includes('/rows')
        if (!isAskedFor) assert.notInclude(text, conversation.externalId, path)
        assert.notInclude(text, visitor.name!, path)
        assert.notInclude(text, `Words of ${visitor.name}`, path)
      }
    }
    for (const path of ['?filter=all', '/list?q=Words', '/export.csv?filter=all']) {
      for (const { visitor } of inside) assert.include(seen.get(path)!, visitor.name!, path)
    }
    const { gone, counts } = JSON.parse(seen.get(`/rows?filter=all&ids=${ids}`)!)
    assert.sameMembers(gone, ids.split(','))
    assert.deepEqual(counts, { open: '3', mine: '1', unassigned: '2' })
    assert.lengthOf(JSON.parse(seen.get('/unread')!).conversations, 3)
    assert.equal((await api.get(`/conversations?q=Words`)).json.data.length, 3)
  })
})
