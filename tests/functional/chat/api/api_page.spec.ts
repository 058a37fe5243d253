import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { apiRoutes, publicRoutes } from '#chat/openapi/routes'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('The page that shows the API', () => {
  test('shows each operation and type to users who manage the chat', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const page = await client.get('/chat/api').loginAs(await world.user('admin'))
    page.assertStatus(200)
    for (const { name } of apiRoutes(router)) assert.include(page.text(), `id="${name}"`)
    assert.include(page.text(), 'id="type-Conversation"')
    assert.include(page.text(), '<code>{id}</code>')
    for (const { name } of publicRoutes(router)) assert.include(page.text(), `id="${name}"`)
    assert.include(page.text(), 'Requires a visitor’s token')
    assert.include(page.text(), 'curl -X PUT')
    assert.notInclude(page.text(), 'undefined')
    assert.notInclude(page.text(), '[object Object]')
  })

  test('is closed to others', async ({ client }) => {
    const world = await ChatWorld.create()
    const page = await client.get('/chat/api').loginAs(await world.user('employee'))
    page.assertStatus(403)
  })
})
