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
    const ofRows = statements.filter(({ sql }) => / where .* in \(/.test(sql))
    const about = ({ table }: { table: string }) => ofRows.filter(({ sql }) => sql.includes(table))
    for (const model of [Conversation, Visitor]) {
      const [read] = about(model)
      assert.notMatch(read.sql, /\*|user_agent|source_url/, model.table)
    }
    assert.isEmpty(about(Widget))
    const shown = statements.filter(({ sql }) => sql.includes(Widget.table))
    assert.isEmpty(shown, 'the names of widgets and labels are kept')
  })
})
