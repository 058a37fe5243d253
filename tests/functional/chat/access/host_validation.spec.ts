import { test } from '@japa/runner'
import { RequestValidator } from '@adonisjs/core/http'
import { SimpleErrorReporter, SimpleMessagesProvider } from '@vinejs/vine'
import { InboxClient } from '#tests/helpers/inbox_client'
import { ChatWorld } from '#tests/helpers/chat_world'

/** What a host with translations does: its own messages and its own shape of errors for every `validateUsing`. */
function translateHost() {
  RequestValidator.messagesProvider = () =>
    new SimpleMessagesProvider({ required: 'Manca', email: 'Non valido', minLength: 'Manca' })
  RequestValidator.errorReporter = () =>
    Object.assign(new SimpleErrorReporter(), { report: () => {} })
  return () => {
    RequestValidator.messagesProvider = undefined
    RequestValidator.errorReporter = undefined
  }
}

test.group('A host that translates its own validation', (group) => {
  group.each.setup(translateHost)

  test('leaves the messages of the chat as they are', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { browser, conversation } = await world.chatting()
    const refused = await inbox.send(`/${conversation.externalId}/contact`, { email: 'nobody' })
    assert.equal(refused.status(), 422)
    assert.equal(
      refused.body().errors[0].message,
      'The email address must be complete, e.g. name@example.com'
    )
    const { status, json } = await browser.post('/conversations', { content: '' })
    assert.equal(status, 422)
    assert.equal(json.errors[0].message, 'The message is required')
  })
})
