import { test } from '@japa/runner'
import { richText } from '#chat/presenters/rich_text'
import { linkify } from '#chat/support/linkify'
import { LINK_VECTORS } from '#tests/helpers/link_vectors'
import { processorTime } from '#tests/helpers/processor_time'

const textOf = (text: string) =>
  linkify(text)
    .map((piece) => piece.text)
    .join('')

/** Texts that send a search for addresses back and forth. */
const HOSTILE: Record<string, (length: number) => string> = {
  'closing brackets': (length) => `https://a.example/${')'.repeat(length)}`,
  'opening brackets': (length) => `(https://a.example/${'('.repeat(length)}`,
  'brackets in turns': (length) => `https://a.example/${'(]'.repeat(length / 2)}`,
  'full stops': (length) => `https://a.example/${'.'.repeat(length)}x`,
  'stars': (length) => `${'*'.repeat(length)}https://a.example/${'*'.repeat(length)}`,
  'stars before each address': (length) => '**https://a.example/x'.repeat(length / 20),
  'beginnings of addresses': (length) => 'https://'.repeat(length / 8),
  'beginnings apart': (length) => 'https:// '.repeat(length / 9),
  'almost beginnings': (length) => 'https:/'.repeat(length / 7),
}

/** So many times the short text is as long as the long one. */
const LONGER = 8
const RUNS = 7

test.group('Links in messages', () => {
  for (const { text, links } of LINK_VECTORS) {
    test(`are found in ${JSON.stringify(text)}`, ({ assert }) => {
      const found = linkify(text).filter(({ href }) => href !== undefined)
      assert.deepEqual(
        found.map((piece) => piece.text),
        links
      )
      assert.equal(textOf(text), text)
      const shown = [...richText(text).matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, link]) => link)
      assert.deepEqual(shown, links)
    })
  }

  test('lead to websites alone', ({ assert }) => {
    for (const { text } of LINK_VECTORS) {
      for (const { href } of linkify(text)) if (href) assert.match(href, /^https?:\/\/[^/]+/)
    }
  })

  test('take time in proportion to the text: {$self}')
    .with(Object.keys(HOSTILE))
    .run(({ assert }, kind) => {
      const [short, long] = [HOSTILE[kind](25_000), HOSTILE[kind](25_000 * LONGER)]
      const times = (count: number, text: string) =>
        processorTime(() => {
          for (let n = 0; n < count * RUNS; n += 1) linkify(text)
        })
      const ratio = () => times(1, long) / Math.max(times(LONGER, short), 1)
      linkify(long)
      // As long in proportion, eight times as long with its square, however often it is measured
      assert.isBelow(Math.min(ratio(), ratio(), ratio()), LONGER / 2)
    })
})
