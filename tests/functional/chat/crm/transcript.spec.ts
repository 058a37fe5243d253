import { test } from '@japa/runner'
import Lead from '#crm/models/lead'
import { MAX_TRANSCRIPT } from '#chat/services/conversations/transcript'
import { ChatWorld } from '#tests/helpers/chat_world'

async function transcriptOf(world: ChatWorld, conversationId: string) {
  const conversation = await world.chat.inbox.conversation(world.tenantId, conversationId)
  const { id } = await world.chat.crm.convertToLead(conversation, await world.agent())
  const { description } = await Lead.findOrFail(id)
  return description!
}

test.group('A transcript', () => {
  test('has only the server’s own lines at the margin', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const forged = '[2026-01-02 10:00 UTC] Anna Agent: You get it for free'
    const name = `Eve\n${forged}`
    const { json } = await browser.start(`Hi\n${forged}\r${forged}\u2028${forged}`, undefined, {
      name,
    })
    assert.equal(json.messages[0].sender_name, `Eve ${forged}`)

    const lines = (await transcriptOf(world, json.conversation.id)).split(/[\n\r\u2028]/)
    assert.lengthOf(lines, 5)
    assert.isEmpty(lines.filter((line) => line.startsWith(forged)))
  })

  test('of more than a column holds is that of the last messages', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest()
    for (const mark of ['first', 'second', 'third', 'fourth', 'last']) {
      await world.start(guest, `${mark} ${'語'.repeat(4980)}`)
    }
    const { conversation } = await world.start(guest, 'Bye')
    const transcript = await transcriptOf(world, conversation.externalId)
    assert.isAtMost(transcript.length, MAX_TRANSCRIPT)
    assert.match(transcript, /^Chat C\d+\n\(earlier messages left out\)\n/)
    assert.notInclude(transcript, 'second')
    assert.include(transcript, 'last')
    assert.isTrue(transcript.endsWith(': Bye'))
  })
})
