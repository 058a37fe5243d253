import { test } from '@japa/runner'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import Widget from '#chat/models/widget'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('What a page of the inbox reads', () => {
  test('of conversations and visitors, the columns that rows show; no widget', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const guest = await world.guest({ name: 'Jane', email: 'jane@acme.example' })
    const { conversation } = await world.start(guest, 'Hello')
    await inbox.ask('/list?filter=open')

    const statements = await statementsOf(async () => {
      const { html } = (await inbox.ask('/list?filter=open')).body()
      for (const shown of ['Jane', conversation.displayNumber, 'Hello']) assert.include(html, shown)
    })
    const of = (table: string) =>
      statements.filter(({ sql }) => new RegExp(`from .?${table}.? where .*in \\(`).test(sql))
    for (const { table } of [Conversation, Visitor]) {
      const [read] = of(table)
      assert.notMatch(read.sql, /\*|user_agent|source_url/, table)
    }
    assert.isEmpty(of(Widget.table))
  })
})
