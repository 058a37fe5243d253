import { test } from '@japa/runner'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'
import { InboxClient } from '#tests/helpers/inbox_client'
import { found, pagesOf, saying, search } from './library.js'

/** A customer with an address and a phone number, and others whose messages and addresses look like theirs. */
async function crowd() {
  const world = await ChatWorld.create()
  const jane = await saying(world, 'Hello', {
    name: 'Jane Doe',
    email: 'Jane@Acme.example',
    phone: '+49 (0)170 12-34-567',
  })
  const other = await saying(world, 'Hello', { email: 'mary.jane@acme.example' })
  const mention = await saying(world, 'Write to jane@acme.example or call 0170 1234567', {
    name: 'Someone',
  })
  return { world, jane, other, mention }
}

const numbers = (page: Awaited<ReturnType<typeof search>>) =>
  page.conversations.map(({ displayNumber, match }) => `${displayNumber} ${match?.in}`)

test.group('A search for something whole', () => {
  test('shows the visitor with the email address first, whatever its case, then all else', async ({
    assert,
  }) => {
    const { world, jane, other, mention } = await crowd()
    for (const q of ['jane@acme.example', 'JANE@acme.EXAMPLE', ' jane@acme.example ']) {
      const first = await search(world, q)
      assert.deepEqual(numbers(first), [`${jane.displayNumber} email`], q)
      assert.isTrue(first.isExactOnly)
      assert.isNotNull(first.nextCursor)
      assert.deepEqual(await found(world, q), [
        `${jane.displayNumber} email`,
        `${other.displayNumber} email`,
        `${mention.displayNumber} message`,
      ])
    }
  })

  test('shows the visitor with the phone number first, however it is written', async ({
    assert,
  }) => {
    const { world, jane, mention } = await crowd()
    for (const q of ['+491701234567', '0170 1234567', '(0170) 12.34.567', '00491701234567']) {
      const first = await search(world, q)
      assert.deepEqual(numbers(first), [`${jane.displayNumber} phone`], q)
      assert.equal(first.conversations[0].match?.text, '+49 (0)170 12-34-567')
    }
    assert.deepEqual(await found(world, '0170 1234567'), [
      `${jane.displayNumber} phone`,
      `${mention.displayNumber} message`,
    ])
    // The same last digits, in another country
    assert.deepEqual(await found(world, '+43 999 01234567'), [])
  })

  test('that nothing has is a search for its parts, in one answer', async ({ assert }) => {
    const { world, other, mention } = await crowd()
    const page = await search(world, 'mary.jane@acme.exampl')
    assert.deepEqual(numbers(page), [`${other.displayNumber} email`])
    assert.isFalse(page.isExactOnly)
    assert.isNull(page.nextCursor)
    assert.deepEqual(numbers(await search(world, '1234567')), [`${mention.displayNumber} message`])
  })

  test('follows what changes: an entry of an agent, and one that is removed', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const conversation = await saying(world, 'Hello', { name: 'Ann', email: 'old@acme.example' })
    const details = { email: 'new@acme.example', phone: '0660 555 66 77' }
    await world.chat.visitors.contacts.edit(conversation, agent, details)
    const where = (place: string) => [`${conversation.displayNumber} ${place}`]
    assert.deepEqual(await found(world, 'old@acme.example'), [])
    assert.deepEqual(await found(world, 'new@acme.example'), where('email'))
    assert.deepEqual(await found(world, '06605556677'), where('phone'))
    await world.chat.visitors.contacts.edit(conversation, agent, { phone: null })
    assert.deepEqual(await found(world, '06605556677'), [])
    const { emailKey, phoneKey } = await Visitor.findOrFail(conversation.visitorId)
    assert.deepEqual([emailKey, phoneKey], ['new@acme.example', null])
  })

  test('stays within the tenant and the filters', async ({ assert }) => {
    const { world, jane } = await crowd()
    const other = await ChatWorld.create()
    await saying(other, 'Hello', { email: 'jane@acme.example', phone: '0170 1234567' })
    for (const q of ['jane@acme.example', '0170 1234567']) {
      assert.lengthOf(numbers(await search(world, q)), 1)
      assert.deepEqual(await found(world, q, { conditions: { priority: 'urgent' } }), [])
      const none = { widgetIds: [0], departmentIds: [], agentId: 0 }
      assert.deepEqual(await found(world, q, { sight: none }), [])
    }
    const mine = { widgetIds: [jane.widgetId], departmentIds: [], agentId: 0 }
    assert.isNotEmpty(await found(world, 'jane@acme.example', { sight: mine }))
  })

  test('pages through many with one address, each once, before all else', async ({ assert }) => {
    const world = await ChatWorld.create()
    const theirs: number[] = []
    for (let turn = 0; turn < 5; turn++) {
      theirs.unshift((await saying(world, 'Again', { email: 'often@acme.example' })).number)
    }
    const mention = await saying(world, 'often@acme.example wrote to me')
    for (const limit of [1, 2, 4, 5, 6, 30]) {
      const all: number[] = []
      for await (const page of pagesOf(world, 'often@acme.example', { limit })) {
        all.push(...page.conversations.map(({ number }) => number))
      }
      assert.deepEqual(all, [...theirs, mention.number], `${limit} a page`)
    }
  })

  test('reads neither visitors nor messages before it answers', async ({ assert }) => {
    const { world, jane } = await crowd()
    for (const q of ['jane@acme.example', '01701234567', jane.displayNumber]) {
      const statements = await statementsOf(() => search(world, q))
      const scans = statements.filter(({ sql }) => / like | ilike |against|between/i.test(sql))
      assert.isEmpty(scans, q)
    }
  })

  test('says on the page that more may follow, and counts what is shown already', async ({
    client,
    assert,
  }) => {
    const { world, jane } = await crowd()
    const inbox = new InboxClient(client, await world.user())
    const first = (await inbox.ask('/list?filter=all&q=jane@acme.example')).body()
    assert.equal(first.found, '1 conversation found so far')
    assert.include(first.html, 'data-follows')
    assert.include(first.html, 'Search names and messages')
    assert.include(first.html, '<mark>Jane@Acme.example</mark>')
    const asked = `filter=all&q=jane@acme.example&cursor=${first.next_cursor}`
    const rest = (await inbox.ask(`/list?${asked}&shown=1`)).body()
    assert.equal(rest.found, '3 conversations found')
    assert.notInclude(rest.html, 'data-follows')
    for (const shown of ['-1', 'x', '1e9', '']) {
      const answer = await inbox.ask(`/list?${asked}&shown=${shown}`)
      assert.equal(answer.body().found, '2 conversations found', shown)
    }
    const phone = (await inbox.page('?q=0170+1234567')).text()
    assert.include(phone, '<mark>+49 (0)170 12-34-567</mark>')
    assert.include(phone, `data-row="${jane.externalId}"`)
  })
})
