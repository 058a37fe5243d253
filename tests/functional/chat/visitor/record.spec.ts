import { test } from '@japa/runner'
import AuditEntry from '#chat/models/audit_entry'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('All that is kept about a visitor (V9)', () => {
  test('is a page that opens without a network, for those who manage the chat', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest({ name: '<b>Vera</b>', email: 'vera@example.com' })
    const { conversation } = await world.start(guest, 'Where is <script>my</script> order?')
    await world.reply(conversation, await world.agent(), 'She is upset', true)
    await world.chat.visitors.recordPageView(guest.visitor, {
      url: 'https://shop.example/bikes',
      title: 'Bikes',
    })
    const path = `/chat/${conversation.externalId}/visitor.html`
    ;(await client.get(path).loginAs(await world.user('employee'))).assertStatus(403)
    const stranger = await (await ChatWorld.create()).user('admin')
    ;(await client.get(path).loginAs(stranger)).assertStatus(404)

    const admin = await world.user('admin')
    const answer = await client.get(path).loginAs(admin)
    answer.assertStatus(200)
    const html = answer.text()
    for (const part of [
      '&lt;script&gt;my&lt;/script&gt; order?',
      'She is upset',
      '/bikes',
      'vera@',
    ]) {
      assert.include(html, part)
    }
    assert.notMatch(html, /<script|<b>|<link|src=|href=/)
    assert.include(answer.header('content-disposition')!, 'attachment')
    const entry = await AuditEntry.query()
      .where({ tenant_id: world.tenantId, action: 'export.visitor' })
      .firstOrFail()
    assert.equal(entry.userId, String(admin.id))
  })
})
