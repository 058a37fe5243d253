import type { Messages } from '#chat/texts/message'
import { test } from '@japa/runner'
import { createTranslator as translator } from '#chat/texts/translator'

const english = {
  inbox: {
    save: 'Save as view',
    transferred: '{agent} transferred {visitor} to you',
    found: { one: '{count} conversation', other: '{count} conversations' },
  },
} as const

const createTranslator = <const M extends Messages>(locale: string, messages: M) =>
  translator<M>(() => ({ locale, messages }))

test.group('The catalogue of texts', () => {
  test('fills in what it is given, as it is given', ({ assert }) => {
    const text = createTranslator('en', english)
    assert.equal(text('inbox.save'), 'Save as view')
    assert.equal(
      text('inbox.transferred', { agent: 'Anna', visitor: '{agent} $& $1' }),
      'Anna transferred {agent} $& $1 to you'
    )
  })

  test('counts and writes numbers as the language does', ({ assert }) => {
    const inEnglish = createTranslator('en', english)
    assert.equal(inEnglish('inbox.found', { count: 1 }), '1 conversation')
    assert.equal(inEnglish('inbox.found', { count: 1200 }), '1,200 conversations')
    const polish = createTranslator('pl', {
      found: { one: '{count} rozmowa', few: '{count} rozmowy', other: '{count} rozmów' },
    })
    assert.deepEqual(
      [1, 2, 5, 22].map((count) => polish('found', { count })),
      ['1 rozmowa', '2 rozmowy', '5 rozmów', '22 rozmowy']
    )
  })

  test('has no text for a group, an unknown key, or what every object has', ({ assert }) => {
    const text = createTranslator('en', english) as (key: string) => string
    for (const key of [
      'inbox',
      'inbox.none',
      'inbox.save.length',
      'constructor',
      'inbox.toString',
    ]) {
      assert.throws(() => text(key), `The catalogue has no text "${key}"`)
    }
  })
})
