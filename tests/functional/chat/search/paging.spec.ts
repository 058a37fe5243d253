import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { pagesOf, saying, search } from './library.js'

/** Everything that a search finds, page by page. */
async function all(world: ChatWorld, q: string, limit: number) {
  const numbers: number[] = []
  for await (const { conversations } of pagesOf(world, q, { limit })) {
    numbers.push(...conversations.map(({ number }) => number))
  }
  return numbers
}

test.group('Pages of a search', () => {
  test('have each conversation once: matches by number, then by visitor, then by message', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const numbered = await saying(world, 'Hello')
    const q = String(numbered.number)
    const said: number[] = []
    const named: number[] = []
    for (let turn = 0; turn < 4; turn++) {
      said.unshift((await saying(world, `It is about ${q}.`)).number)
      // Who is called so and says it, too, stands among the people alone
      named.unshift((await saying(world, `I am ${q}`, { name: `Agent ${q}` })).number)
    }
    const expected = [numbered.number, ...named, ...said]
    for (const limit of [1, 2, 3, 4, 5, 8, 9, 10]) {
      assert.deepEqual(await all(world, q, limit), expected, `${limit} a page`)
    }
  })

  test('end honestly where they have not looked, and go on from there', async ({ assert }) => {
    const world = await ChatWorld.create()
    // No letters: no index of words knows it
    const old = await saying(world, 'Long ago: ☃')
    for (let turn = 0; turn < 60; turn++) {
      const conversation = await saying(world, 'Something else')
      // As if its thread were that long: what counts is how much there is to look at
      if (turn >= 57) await conversation.merge({ lastSeq: 20_000 }).save()
    }
    const first = await search(world, '☃')
    assert.lengthOf(first.conversations, 0)
    assert.isNotNull(first.lookedBackTo)
    assert.isNotNull(first.nextCursor)
    assert.deepEqual(await all(world, '☃', 10), [old.number])
  }).timeout(60_000)
})
