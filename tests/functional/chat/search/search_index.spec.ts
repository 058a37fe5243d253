import { rmSync } from 'node:fs'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Sqlite from 'better-sqlite3'
import { DateTime } from 'luxon'
import { toSqlUtc } from '#chat/models/columns'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import {
  databaseFileOf,
  openSearchFile,
  searchFileOf,
} from '#chat/services/inbox/search/index/search_file'
import { SearchIndex } from '#chat/services/inbox/search/index/search_index'
import { searchIndexOf } from '#chat/services/inbox/search/index/search_indexes'
import { SearchTerms } from '#chat/services/inbox/search/search_terms'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'
import { found, lengthen, saying, search } from './library.js'

const isSqlite = db.connection().dialect.name === 'better-sqlite3'
const databaseFile = () => databaseFileOf(db.connection())!
const index = () => searchIndexOf(db.connection())!
const terms = (q: string) => new SearchTerms(q)

/** The search file, as another process would open it. */
const file = () => new Sqlite(searchFileOf(databaseFile()))

/** How many messages the index has words of. */
function entries(conversationId: number) {
  const opened = file()
  const count = opened
    .prepare('select count(*) from words_docsize where id >> 24 = ?')
    .pluck()
    .get(conversationId)
  opened.close()
  return count
}

/** Texts and what has to find them; the second list must not. */
const CORPUS: [text: string, found: string[], missed: string[]][] = [
  [
    'Meine Straße in Zürich',
    ['strasse', 'STRASSE', 'zurich', 'Zür', 'meine zür'],
    ['rasse', 'ürich'],
  ],
  ['商品を返品したいです', ['返品', '品', '品を返', 'した'], ['返し', '品品']],
  ['ราคาเท่าไหร่', ['เท่า', 'ไหร่'], ['ราคะ']],
  ['नमस्ते दुनिया', ['नमस्ते', 'नम', 'दुनि'], ['मस्ते']],
  ['ИМЯ и Фамилия', ['имя', 'фам'], ['амилия']],
  [
    'see a_b, c.d@e.example and foo-bar',
    ['a_b', 'c.d@e.ex', 'foo-b', 'bar', '@e.'],
    ['b,', 'oo-bar'],
  ],
  ['internationalisation', ['int', 'internation', 'i'], ['internal', 'nation']],
  ['Zu\u0308rich apart, İstanbul', ['zürich', 'istan'], ['tanbul']],
]

test.group('The search index of a SQLite database', (group) => {
  group.each.skip(!isSqlite, 'other databases have none')

  test('finds the beginnings of words in every script, as reading does', async ({ assert }) => {
    const world = await ChatWorld.create()
    for (const [text, finds, misses] of CORPUS) {
      const { displayNumber } = await saying(world, text)
      for (const q of finds) assert.include(await found(world, q), `${displayNumber} message`, q)
      for (const q of misses)
        assert.notInclude(await found(world, q), `${displayNumber} message`, q)
    }
  })

  test('finds any part of names and addresses, however short', async ({ assert }) => {
    const world = await ChatWorld.create()
    const one = await saying(world, 'Hello', {
      name: 'Zoë O’Brien-Müller',
      email: 'z+1@acme.example',
    })
    const two = await saying(world, 'Hello', { name: '山田 太郎' })
    for (const q of ['zoe', 'ë O', 'brien-m', 'LLER', 'z+1', '+1@', '@acme', 'me.ex', 'zoë acme']) {
      assert.include((await found(world, q)).join(), one.displayNumber, q)
    }
    for (const q of ['山田', '太', '田 太']) {
      assert.deepEqual(await found(world, q), [`${two.displayNumber} name`], q)
    }
    assert.deepEqual(await found(world, 'zoe.ex'), [])
  })

  test('answers instead of reading, and within the tenant', async ({ assert }) => {
    const [world, other] = [await ChatWorld.create(), await ChatWorld.create()]
    const theirs = await saying(other, 'A platypus', { name: 'Ornitho' })
    await index().round()
    assert.include(index().conversations(terms('platypus'))!, theirs.id)
    assert.isNull(index().newestMatch(world.tenantId, theirs.id, terms('platypus')))
    for (const q of ['platypus', 'ornitho']) {
      const statements = await statementsOf(() => search(world, q))
      assert.isEmpty(
        statements.filter(({ sql }) => sql.includes(' like ')),
        q
      )
      assert.deepEqual(await found(world, q), [])
      assert.lengthOf(await found(other, q), 1)
    }
  })

  test('follows what is written, changed and deleted, without being notified', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const conversation = await saying(world, 'A quokka', { name: 'Before' })
    assert.lengthOf(await found(world, 'quokka'), 1)
    await world.reply(conversation, agent, 'An axolotl')
    assert.lengthOf(await found(world, 'axolotl'), 1)
    await world.chat.visitors.contacts.edit(conversation, agent, { name: 'Afterwards' })
    assert.deepEqual(await found(world, 'before'), [])
    assert.deepEqual(await found(world, 'afterw'), [`${conversation.displayNumber} name`])

    // Behind the product's back, as a restored backup or a script would
    const other = await saying(world, 'Another quokka')
    assert.lengthOf(await found(world, 'quokka'), 2)
    await db.from(Message.table).where('conversation_id', other.id).delete()
    assert.lengthOf(await found(world, 'quokka'), 1)
    await sweep()
    assert.equal(entries(other.id), 0)
    assert.isAbove(Number(entries(conversation.id)), 0)
  })

  test('finds who comes after the clock was set back', async ({ assert }) => {
    const world = await ChatWorld.create()
    const ahead = await saying(world, 'Hello', { name: 'Ahead of time' })
    const at = DateTime.utc().plus({ days: 2 })
    await Visitor.query()
      .where('id', ahead.visitorId)
      .update({ name: 'Still ahead of time', updated_at: toSqlUtc(at) })
    await found(world, 'Still ahead')
    const { displayNumber } = await saying(world, 'Hello', { name: 'Right on time' })
    assert.deepEqual(await found(world, 'Right on'), [`${displayNumber} name`])
    await Visitor.query()
      .where('id', ahead.visitorId)
      .update({ updated_at: toSqlUtc(DateTime.utc()) })
  })

  test('forgets a deleted conversation', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const conversation = await saying(world, 'A secret quetzal')
    await found(world, 'quetzal')
    assert.equal(entries(conversation.id), 1)
    await world.chat.conversations.removal.remove(conversation, agent)
    const { drainListeners } = await import('#chat/support/emit_after_commit')
    await drainListeners(5000)
    assert.equal(entries(conversation.id), 0)
    assert.deepEqual(await found(world, 'quetzal'), [])
  })

  test('leaves a search to the database while it is behind, and is filled in steps', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const conversation = await saying(world, 'A narwhal')
    await lengthen(
      conversation,
      Array.from({ length: 1500 }, (_, number) => `Line ${number}`)
    )
    assert.isNull(index().conversations(terms('narwhal')))
    assert.lengthOf(await found(world, 'narwhal'), 1)
    await index().round()
    assert.deepEqual(index().conversations(terms('narwhal')), [conversation.id])
    assert.isTrue(index().isComplete)
  })

  test('is filled by several processes, each message once', async ({ assert }) => {
    const world = await ChatWorld.create()
    const second = new SearchIndex(openSearchFile(db.connection(), databaseFile()))
    const conversation = await saying(world, 'A wombat')
    await lengthen(
      conversation,
      Array.from({ length: 600 }, () => 'wombats')
    )
    await Promise.all([index().round(), second.round()])
    assert.equal(entries(conversation.id), 601)
    assert.deepEqual(second.conversations(terms('wombat')), [conversation.id])
    assert.deepEqual(index().conversations(terms('wombat')), [conversation.id])
    second.close()
  })

  test('is made anew when it is of another database, another version or missing', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { id } = await saying(world, 'A pangolin')
    const path = `${databaseFile()}-chat-search-copy`
    const reopened = async (damage: (file: Sqlite.Database) => void) => {
      rmSync(path, { force: true })
      const copy = file()
      copy.prepare('vacuum into ?').run(path)
      copy.close()
      const damaged = new Sqlite(path)
      damage(damaged)
      damaged.close()
      const client = db.connection()
      const opened = new SearchIndex(openSearchFile(client, databaseFile(), path))
      await opened.round()
      const ids = opened.conversations(terms('pangolin'))
      opened.close()
      return ids
    }
    await index().round()
    const damages = [
      (copy: Sqlite.Database) => copy.exec('update progress set message_id = message_id + 999999'),
      (copy: Sqlite.Database) =>
        copy.exec("delete from words; update progress set message_uuid = 'x'"),
      (copy: Sqlite.Database) => copy.exec('drop table words; pragma user_version = 0'),
    ]
    for (const damage of damages) assert.deepEqual(await reopened(damage), [id])
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
  })

  test('adds nothing to the database of the host, and reads it by its indexes', async ({
    assert,
  }) => {
    const tables = await db.from('sqlite_master').whereILike('name', '%words%')
    assert.isEmpty(tables)
    const plan = await db.rawQuery(
      `explain query plan select id, name from ${Visitor.table} where (updated_at, id) > ('', 0)
        order by updated_at, id limit 10`
    )
    assert.match(JSON.stringify(plan), /chat_visitors_updated_index/)
  })

  test('has no say where it cannot be had', async ({ assert }) => {
    const nowhere = { dialect: { name: 'better-sqlite3' }, getWriteClient: () => knex(':memory:') }
    assert.isNull(databaseFileOf(nowhere as never))
    assert.isNull(databaseFileOf({ dialect: { name: 'libsql' } } as never))
  })
})

const knex = (filename: string) => ({ client: { connectionSettings: { filename } } })

/** As many rounds as it takes to look at every entry. */
async function sweep() {
  for (let turn = 0; turn < 20; turn++) await index().round()
}
