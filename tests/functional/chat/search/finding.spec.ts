import { test } from '@japa/runner'
import type Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { found, lengthen, saying, search } from './library.js'

const HOSTILE = [
  ...['%', '_', '\\', '!', '!%', "'", '"', '`', ';', '--', '/*', '*/', '()', '(', ')', '?', '??'],
  ...['+', '-', '~', '<', '>', '@', '*', '"@5', '+-', '-a', '+a -b', 'a*', '((a', '@@', '" "', '"'],
  ...["' OR 1=1 --", '%_%', '\u0000', '\u0301', '\ud800', ':name', '$1', '[a]', '^a', '{}'],
]

test.group('A search finds', () => {
  test('a conversation by its number, in every spelling, on top of everything', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const wanted = await saying(world, 'Hello')
    const { number, displayNumber } = wanted
    const named = await saying(world, 'Hello', { name: `Room ${number}` })
    const saidSo = await saying(world, `About ${number}, please`)
    for (const q of [`${number}`, `#${number}`, `C${number}`, `c${number}`, ` ${number} `]) {
      assert.equal((await found(world, q))[0], `${displayNumber} number`, q)
    }
    assert.deepEqual(await found(world, `${number}`), [
      `${displayNumber} number`,
      `${named.displayNumber} name`,
      `${saidSo.displayNumber} message`,
    ])
  })

  test('visitors by any part of their name and email address', async ({ assert }) => {
    const world = await ChatWorld.create()
    const jane = await saying(world, 'Hello', { name: 'Jane Doe', email: 'jane@acme.example' })
    await saying(world, 'Hello', { name: 'John Smith', email: 'john@other.example' })
    for (const q of ['Jane', 'doe', 'DOE jane', 'ane d', 'jane acme.example']) {
      assert.deepEqual(await found(world, q), [`${jane.displayNumber} name`], q)
    }
    for (const q of ['jane@acme.example', '@acme', 'CME.EX']) {
      assert.deepEqual(await found(world, q), [`${jane.displayNumber} email`], q)
    }
  })

  test('messages and notes by the beginnings of words; the newest match is shown', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const conversation = await saying(world, 'Where is my refund?')
    await world.reply(conversation, agent, 'The refunds take a while')
    await world.reply(conversation, agent, 'VIP, be kind', true)

    const { conversations } = await search(world, 'refun')
    assert.deepEqual(conversations[0].match, {
      in: 'message',
      text: 'The refunds take a while',
      seq: 3,
    })
    assert.deepEqual(await found(world, 'my refund'), [`${conversation.displayNumber} message`])
    assert.deepEqual(await found(world, 'kind vip'), [`${conversation.displayNumber} note`])
    assert.deepEqual(await found(world, 'refund kind'), [])
  })

  test('text in other spellings of the same letters', async ({ assert }) => {
    const world = await ChatWorld.create()
    const street = await saying(world, 'Meine Straße ist gesperrt')
    const apart = await saying(world, 'I live in Zu\u0308rich', { name: 'Ane Rosa' })
    for (const q of ['strasse', 'STRASSE', 'straße']) {
      assert.deepEqual(await found(world, q), [`${street.displayNumber} message`], q)
    }
    for (const q of ['zürich', 'zu\u0308rich']) {
      assert.deepEqual(await found(world, q), [`${apart.displayNumber} message`], q)
    }
  })

  test('nothing by system lines', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent('Zebulon Agent')
    const conversation = await saying(world, 'Hello')
    await world.chat.conversations.assign(conversation, agent, agent)
    assert.deepEqual(await found(world, 'Zebulon'), [])
  })

  test('short and common words, scripts without spaces, and punctuation', async ({ assert }) => {
    const world = await ChatWorld.create()
    const texts = [
      '商品を返品したい',
      'Great 😀',
      'ok',
      'the who',
      'ИМЯ',
      'Zürich',
      'a.b@c.example',
    ]
    const made: Conversation[] = []
    for (const text of texts) made.push(await saying(world, text))
    for (const [index, q] of ['返品', '😀', 'ok', 'the', 'имя', 'zurich', 'a.b@c.ex'].entries()) {
      assert.deepEqual(await found(world, q), [`${made[index].displayNumber} message`], q)
    }
  })

  test('wildcards and operators as the characters that they are', async ({ assert }) => {
    const world = await ChatWorld.create()
    const percent = await saying(world, 'Now at 100% off!')
    await saying(world, 'It took 1000 days')
    const line = await saying(world, 'see a_b or c\\d')
    await saying(world, 'see axb or cd')
    const signs = await saying(world, 'use +foo -bar (baz) ~qux <quux> *corge* "grault" @garply')
    assert.deepEqual(await found(world, '100%'), [`${percent.displayNumber} message`])
    for (const q of ['a_b', 'c\\d']) {
      assert.deepEqual(await found(world, q), [`${line.displayNumber} message`], q)
    }
    for (const q of ['+foo', '-bar', '(baz)', '~qux', '<quux>', '*corge*', '"grault"', '@garply']) {
      assert.deepEqual(await found(world, q), [`${signs.displayNumber} message`], q)
    }
  })

  test('no more and no less by anything that could be a command', async ({ assert }) => {
    const world = await ChatWorld.create()
    await saying(world, 'Plain words only', { name: 'Jane' })
    for (const q of [...HOSTILE, 'x'.repeat(5000), '- '.repeat(2000)]) {
      const { conversations } = await search(world, q)
      // A search for nothing is none
      const isNone = /^[\0\s\u0301]*$/.test(q)
      assert.lengthOf(conversations, isNone ? 1 : 0, JSON.stringify(q.slice(0, 20)))
    }
  })

  test('only what belongs to the tenant', async ({ assert }) => {
    const [world, other] = [await ChatWorld.create(), await ChatWorld.create()]
    const theirs = await saying(other, 'A secret platypus', { name: 'Ornitho' })
    assert.deepEqual(await found(world, 'platypus'), [])
    assert.deepEqual(await found(world, 'ornitho'), [])
    assert.deepEqual(await found(world, String(theirs.number)), [])
    assert.lengthOf(await found(other, 'platypus'), 1)
  })

  test('ended and archived conversations, unless a filter excludes them', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const [open, closed, archived] = [
      await saying(world, 'needle one'),
      await saying(world, 'needle two'),
      await saying(world, 'needle three'),
    ]
    await world.chat.conversations.close(closed, agent)
    await world.chat.conversations.archive(archived, agent)
    await world.chat.conversations.triage.setPriority(open, 'urgent', agent)
    const label = await world.chat.labels.create(world.tenantId, { name: 'VIP', color: '#dc2626' })
    await world.chat.conversations.triage.addLabel(closed, label, agent)
    const numbers = (list: Conversation[]) =>
      list.map(({ displayNumber }) => `${displayNumber} message`)

    assert.sameMembers(await found(world, 'needle'), numbers([archived, closed, open]))
    assert.deepEqual(await found(world, 'needle', { filter: 'open' }), numbers([open]))
    assert.deepEqual(await found(world, 'needle', { filter: 'closed' }), numbers([closed]))
    assert.deepEqual(await found(world, 'needle', { filter: 'archived' }), numbers([archived]))
    const conditioned = [
      [{ priority: 'urgent' as const }, open],
      [{ labelId: label.id }, closed],
    ] as const
    for (const [conditions, wanted] of conditioned) {
      assert.deepEqual(await found(world, 'needle', { conditions }), numbers([wanted]))
    }
    const { number } = open
    assert.deepEqual(await found(world, `${number}`, { filter: 'archived' }), [])
  })

  test('a message thousands back in a thread', async ({ assert }) => {
    const world = await ChatWorld.create()
    const conversation = await saying(world, 'A platypus came first')
    await lengthen(
      conversation,
      Array.from({ length: 9000 }, (_, index) => `Then number ${index}`)
    )
    const { conversations } = await search(world, 'platypus')
    assert.deepEqual(
      conversations.map(({ match }) => match?.seq),
      [1]
    )
  }).timeout(30_000)
})
