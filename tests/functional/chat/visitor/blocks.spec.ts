import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { toSqlUtc } from '#chat/models/columns'
import AuditEntry from '#chat/models/audit_entry'
import { settingsVersion } from '#chat/services/settings/settings_version'
import Block from '#chat/models/block'
import KeptMail from '#chat/models/kept_mail'
import { BlockedAddresses } from '#chat/services/visitors/blocked_addresses'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'
import { ServerProcess } from '#tests/helpers/server_process'
import { openStream } from '#tests/helpers/visitor_stream'
import { WidgetClient } from '#tests/helpers/widget_client'
import { soon } from '../routing/team.js'

const CLOSED = {
  message: 'This chat has ended. Thank you for contacting us.',
  code: 'E_CHAT_CLOSED',
}

/** A browser that has no visitor yet, at an address. */
const stranger = ({ widget }: ChatWorld, ip: string) =>
  new WidgetClient(widget.publicKey).with({ headers: { 'X-Forwarded-For': ip } })

test.group('Blocking a visitor (V8)', () => {
  test('ends the chat politely, everywhere in the API, and their stream', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor, browser, conversation } = await world.chatting()
    const stream = await openStream(browser)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    const agent = await world.agent()
    await world.chat.visitors.blocks.block(visitor, agent)
    await stream.ended()

    assert.equal((await world.stored(conversation)).status, 'closed')
    const id = conversation.externalId
    for (const answer of [
      await browser.post('/session'),
      await browser.post('/conversations', {
        content: 'Hi',
        client_message_id: crypto.randomUUID(),
      }),
      await browser.say(id),
      await browser.get(`/conversations/${id}/messages`),
      await browser.get('/events'),
    ]) {
      assert.equal(answer.status, 403)
      assert.deepEqual(answer.json, { errors: [CLOSED] })
    }
    const other = await world.chatting()
    assert.equal((await other.browser.say(other.conversation.externalId)).status, 201)
  })

  test('is undone: the visitor goes on where they were', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { visitor, browser, conversation } = await world.chatting()
    const agent = await world.agent()
    const { blocks } = world.chat.visitors
    await blocks.block(visitor, agent, 24)
    await blocks.block(visitor, agent)
    const listed = async () => (await blocks.page(world.tenantId, { limit: 5 })).rows
    assert.lengthOf(await listed(), 1)
    await blocks.unblock(visitor, agent)
    await blocks.unblock(visitor, agent)
    assert.lengthOf(await listed(), 0)
    const { status, json } = await browser.post('/session')
    assert.equal(status, 200)
    assert.equal(json.conversation.id, conversation.externalId)
    const entries = await AuditEntry.query().where('tenant_id', world.tenantId).orderBy('id')
    assert.deepEqual(
      entries.map(({ action }) => action).filter((action) => action.startsWith('visitor.')),
      ['visitor.blocked', 'visitor.blocked', 'visitor.unblocked']
    )
  })

  test('with their address: no chat begins from it for that time', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { visitor } = await world.chatting()
    const { ipAddress } = visitor
    const neighbour = stranger(world, ipAddress!)
    const token = (await neighbour.post('/session')).json.visitor_token
    const known = new WidgetClient(world.widget.publicKey, token).with({
      headers: { 'X-Forwarded-For': ipAddress! },
    })
    await world.chat.visitors.blocks.block(visitor, await world.agent(), 24)
    const draft = () => ({
      content: 'Hi',
      client_message_id: crypto.randomUUID(),
      name: 'N',
      email: 'n@example.com',
    })
    assert.deepEqual((await neighbour.post('/session')).json, { errors: [CLOSED] })
    assert.equal((await known.post('/conversations', draft())).status, 403)
    assert.equal((await stranger(world, '198.51.100.7').post('/session')).status, 201)
    const elsewhere = await ChatWorld.create()
    assert.equal((await stranger(elsewhere, ipAddress!).post('/session')).status, 201)

    await Block.query()
      .where('visitor_id', visitor.id)
      .update({ address_until: toSqlUtc(DateTime.utc().minus({ seconds: 1 })) })
    await settingsVersion.advance()
    await soon(async () => (await neighbour.post('/session')).status === 201, 5000)
  })

  test('holds in another process, and there of an address within seconds', async ({
    assert,
    cleanup,
  }) => {
    const server = await ServerProcess.start()
    cleanup(async () => void (await server.stop()))
    const world = await ChatWorld.create()
    const { visitor, browser, conversation } = await world.chatting()
    const there = browser.with({ server: server.url })
    const newcomer = stranger(world, visitor.ipAddress!).with({ server: server.url })
    assert.equal((await there.say(conversation.externalId)).status, 201)
    assert.equal((await newcomer.post('/session')).status, 201)
    await world.chat.visitors.blocks.block(visitor, await world.agent(), 1)
    assert.equal((await there.say(conversation.externalId)).status, 403)
    await soon(async () => (await newcomer.post('/session')).status === 403, 5000)
  }).timeout(60_000)

  test('is not undone by a look at the blocks that began before it', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await world.chatting()
    const agent = await world.agent()
    const known = new BlockedAddresses()
    const { query } = Block
    cleanup(() => void (Block.query = query))
    const lookThatTakesLong = async () => {
      Block.query = query
      const blocks = await Block.query().where('tenant_id', world.tenantId)
      await world.chat.visitors.blocks.block(visitor, agent, 1)
      return blocks
    }
    Block.query = () => ({ where: () => ({ orderBy: lookThatTakesLong }) }) as any
    assert.isTrue(await known.has(world.tenantId, visitor.ipAddress!))
    assert.isTrue(await known.has(world.tenantId, visitor.ipAddress!))
  })

  test('sends them no emails', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { visitor, conversation } = await world.chatting({ email: 'vera@example.com' })
    const agent = await world.agent()
    await world.reply(conversation, agent, 'Are you there?')
    await world.chat.visitors.blocks.block(visitor, agent)
    await after(world, { minutes: 6 })
    assert.lengthOf(await KeptMail.query().where('tenant_id', world.tenantId), 0)
  })
})
