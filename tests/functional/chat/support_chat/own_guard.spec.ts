import { test } from '@japa/runner'
import emitter from '@adonisjs/core/services/emitter'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer, request, WidgetClient } from '#tests/helpers/widget_client'

const CUSTOMER = 'x-customer'

/** A host whose customers log in by a guard of their own, as this test's requests do by a header. */
async function hostWithCustomers(cleanup: (end: () => void) => void) {
  const world = await ChatWorld.create()
  const { host } = world.chat
  host.support = {
    guard: 'customer',
    async currentUser(ctx) {
      const id = ctx.request.header(CUSTOMER)
      return id
        ? { id, name: `Customer ${id}`, email: `${id}@shop.example`, avatarUrl: null }
        : null
    },
    tenantOf: () => world.tenantId,
  }
  cleanup(() => delete host.support)
  const ask = (id?: string) =>
    request(`${ownServer()}/chat/support/session`, {
      headers: { Accept: 'application/json', ...(id && { [CUSTOMER]: id }) },
    })
  return { world, ask }
}

const loggedOut = (guardName: string, id: string) =>
  (emitter as unknown as { emit(name: string, data: object): Promise<void> }).emit(
    'session_auth:logged_out',
    { guardName, user: { id } }
  )

test.group('Users of the support chat with a guard of their own', () => {
  test('are those that the host names, in the tenant that it names', async ({
    assert,
    cleanup,
  }) => {
    const { world, ask } = await hostWithCustomers(cleanup)
    assert.equal((await ask()).status, 401)
    const { json } = await ask('c7')
    await new WidgetClient(json.key, json.visitor_token).start('Hello')
    const conversation = await world.onlyConversation()
    assert.equal(conversation.channel, 'app')
    assert.equal(conversation.visitor.email, 'c7@shop.example')
  })

  test('are signed out by their guard, and by no other', async ({ assert, cleanup }) => {
    const { ask } = await hostWithCustomers(cleanup)
    const { json } = await ask('c8')
    const browser = new WidgetClient(json.key, json.visitor_token)
    await loggedOut('web', 'c8')
    assert.equal((await browser.post('/session')).status, 200)
    await loggedOut('customer', 'c8')
    assert.equal((await browser.post('/session')).status, 401)
  })
})
