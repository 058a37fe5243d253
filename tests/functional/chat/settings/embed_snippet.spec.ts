import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('The line for a website', () => {
  test('comes from the service, and is the same on every page and in the API', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { widgets, config } = world.chat
    const snippet = widgets.embedSnippet(world.widget)
    const address = `${config.publicUrl}/p/chat/${world.widget.publicKey}.js`
    assert.equal(snippet, `<script src="${address}" async></script>`)

    const user = await world.user('owner')
    const { json } = await (
      await ApiCaller.for(user)
    ).get(`/widgets/${world.widget.externalId}/embed-code`)
    assert.deepEqual(json.data, {
      embed_code: snippet,
      content_security_policy: widgets.embedPolicy().policy,
      origin: new URL(config.publicUrl).origin,
    })
    const escaped = snippet
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
    for (const page of [
      `/settings/chat-widgets/${world.widget.externalId}/edit`,
      `/settings/chat-widgets/setup?widget=${world.widget.externalId}`,
    ]) {
      const answer = await client.get(page).loginAs(user)
      assert.equal(answer.status(), 200, page)
      assert.include(answer.text(), escaped, page)
    }
  })

  test('loads the widget, and changes with its key', async ({ assert }) => {
    const world = await ChatWorld.create()
    const before = world.chat.widgets.embedSnippet(world.widget)
    const { status } = await fetch(/src="([^"]+)"/.exec(before)![1])
    assert.equal(status, 200)
    const renewed = await world.chat.widgets.regenerateKey(world.widget, null)
    assert.notEqual(world.chat.widgets.embedSnippet(renewed), before)
  })
})
