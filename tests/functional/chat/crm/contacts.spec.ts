import { test } from '@japa/runner'
import KeptMail from '#chat/models/kept_mail'
import { recordEntry } from '#crm/services/timeline'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'
import { rawMail } from '#tests/helpers/raw_mail'
import { handOver, replyToOf } from '../mail/answering.js'
import { soon } from '../routing/team.js'

test.group('One timeline of all channels (P6)', (group) => {
  group.setup(withoutDueWorker)

  test('has chats, the emails about them and what others record, each once', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const { chat, tenantId } = world
    const guest = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    const agent = await world.agent()
    const person = await chat.crm.promoteToPerson(guest.conversation, agent)
    await world.reply(guest.conversation, agent, 'Hello')
    await after(world, { minutes: 6 })
    await after(world, { minutes: 12 })
    const mail = await KeptMail.query().where('tenant_id', tenantId).firstOrFail()
    const answer = rawMail({ to: replyToOf(mail), text: 'Thanks' })
    for (let times = 0; times < 2; times += 1) await handOver(answer)
    await recordEntry(tenantId, {
      personId: Number(person.id),
      event: 'contact.phone',
      channel: 'phone',
      direction: 'in',
      title: 'Called about the order',
    })
    const all = () => chat.crm.contacts.of(tenantId, person.id)
    await soon(async () => (await all()).some(({ title }) => title.startsWith('Email in')))
    const contacts = await all()
    const of = (channel: string) => contacts.filter((contact) => contact.channel === channel)
    assert.deepEqual(
      of('email').map(({ direction }) => direction),
      ['in', 'out']
    )
    assert.lengthOf(of('phone'), 1)
    assert.isAbove(of('chat').length, 0)
    const times = contacts.map(({ occurredAt }) => occurredAt.getTime())
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a)
    )
    assert.isEmpty(await chat.crm.contacts.of((await ChatWorld.create()).tenantId, person.id))

    const page = await client.get(person.url).loginAs(await world.user('admin'))
    for (const part of [
      'Called about the order',
      'Email about chat',
      'Email in chat',
      '<span>Call</span>',
    ]) {
      assert.include(page.text(), part)
    }
  })

  test('gets nothing of visitors who are no person of the CRM', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    await world.reply(guest.conversation, await world.agent(), 'Hello')
    const recorded: string[] = []
    const { host } = world.chat
    const { recordContact } = host
    host.recordContact = async (tenantId, channel) => void recorded.push(`${tenantId} ${channel}`)
    await after(world, { minutes: 6 })
    host.recordContact = recordContact
    assert.notInclude(recorded.join(), world.tenantId)
  })
})
