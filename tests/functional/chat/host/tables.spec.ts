import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { chatTable } from '#chat/models/chat_model'
import { CHAT_TABLES } from '#chat/models/tables'

test.group('The list of the chat’s tables', () => {
  test('is complete: what it lacks would be in a host’s generated schema', async ({ assert }) => {
    const tables = await db.connection().getAllTables(['public'])
    const ours = tables.filter((name) => name.startsWith(chatTable('')))
    assert.sameMembers(
      CHAT_TABLES.map((name) => chatTable(name)),
      ours
    )
  })
})
