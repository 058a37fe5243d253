import { test } from '@japa/runner'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { WidgetClient } from '#tests/helpers/widget_client'
import { Signer } from './signing.js'

/** A browser that is verified with this token, as the visitor with the id 42 unless it says otherwise. */
async function verified(world: ChatWorld, jwt: string, token: string | null = null) {
  const browser = new WidgetClient(world.widget.publicKey, token)
  const { status, json, text } = await browser.post('/identity', { jwt })
  if (status !== 200) throw new Error(`${status} ${text}`)
  return {
    visitorId: json.visitor_id as string,
    browser: browser.with({ token: json.visitor_token }),
  }
}

const ownerOf = async (conversation: Conversation) => {
  const { visitorId } = await Conversation.findOrFail(conversation.id)
  return (await Visitor.findOrFail(visitorId)).externalId
}

test.group('What a visitor wrote before they were verified', () => {
  test('is theirs on every device, also where they were known before', async ({ assert }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const phone = await verified(world, await signer.sign({ name: 'Vera' }))
    const { visitor, token, conversation, browser } = await world.chatting()
    await world.chat.visitors.recordPageView(visitor, { url: 'https://shop.example/bikes' })
    const laptop = await verified(world, await signer.sign({ name: 'Vera' }), token)
    assert.equal(laptop.visitorId, phone.visitorId)
    assert.equal(await ownerOf(conversation), phone.visitorId)
    for (const device of [phone, laptop]) {
      const { json } = await device.browser.post('/session')
      assert.equal(json.conversation.id, conversation.externalId)
    }
    const said = await phone.browser.say(conversation.externalId, 'From my phone')
    assert.equal(said.status, 201)
    assert.isNull((await browser.post('/session')).json.conversation)
    const line = await Message.query()
      .where({ conversation_id: conversation.id, type: 'event' })
      .firstOrFail()
    assert.equal(line.content, 'Moved to Vera, verified by your website in the same browser')
    assert.equal(line.visibility, 'internal')
    const known = await Visitor.findByOrFail('external_id', phone.visitorId)
    const pages = await world.chat.visitors.trail(known, 10)
    assert.include(
      pages.map(({ url }) => url),
      'https://shop.example/bikes'
    )
  })

  test('stays apart while they have another open conversation', async ({ assert }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const phone = await verified(world, await signer.sign())
    await phone.browser.start('From my phone')
    const { token, conversation, visitor } = await world.chatting()
    await verified(world, await signer.sign(), token)
    assert.equal(await ownerOf(conversation), visitor.externalId)
    const open = await Conversation.query()
      .where('tenant_id', world.tenantId)
      .where('folder', 'open')
    assert.lengthOf(open, 2)
    // Once the other one has ended and this one, too, both are theirs
    const agent = await world.agent()
    for (const each of open) await world.chat.conversations.close(each, agent)
    await verified(world, await signer.sign(), token)
    assert.equal(await ownerOf(conversation), phone.visitorId)
  })

  test('is never another verified visitor’s', async ({ assert }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const first = await verified(world, await signer.sign({ sub: 'a' }))
    await first.browser.start('Of a')
    await verified(world, await signer.sign({ sub: 'b' }))
    await verified(world, await signer.sign({ sub: 'b' }), first.browser.token)
    const [conversation] = await Conversation.query().where('tenant_id', world.tenantId)
    assert.equal(await ownerOf(conversation), first.visitorId)
  })
})
