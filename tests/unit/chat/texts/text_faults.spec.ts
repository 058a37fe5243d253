import { test } from '@japa/runner'
import { ENGLISH } from '#chat/texts/catalogue'
import { PSEUDO } from '#tests/helpers/pseudo_locale'
import { textFaults } from '#tests/helpers/text_faults'

const BASE = {
  greeting: 'Hello {name}',
  rule: '{{ field }} is required, {name}',
  found: { one: '{count} reply by {name}', other: '{count} replies by {name}' },
}

const faults = (messages: object, locale = 'en') =>
  textFaults({ locale, messages: { ...BASE, ...messages } }, BASE)

test.group('Names and plural forms of texts', () => {
  test('are complete in English and in the language for tests', ({ assert }) => {
    assert.deepEqual(textFaults(ENGLISH), [])
    assert.deepEqual(textFaults(PSEUDO), [])
  })

  test('are compared with what the English text names', ({ assert }) => {
    assert.deepEqual(faults({}), [])
    assert.deepEqual(faults({ greeting: 'Hello' }), ['greeting leaves out {name}'])
    assert.deepEqual(faults({ greeting: '{name}, {agent}' }), ['greeting has {agent}'])
    assert.deepEqual(faults({ greeting: 'Hello {name' }), [
      'greeting leaves out {name}',
      'greeting has a stray brace',
    ])
    assert.deepEqual(faults({ extra: 'Hello' }), ['extra is not in English'])
    assert.deepEqual(faults({ rule: '{name}: {{ field }}' }), [])
    assert.deepEqual(faults({ found: { one: 'One by {who}', other: '{count} by {name}' } }), [
      'found has {who}',
    ])
  })

  test('follow the plural rules of the language', ({ assert }) => {
    const found = { one: '{count} {name}', other: '{count} {name}' }
    assert.deepEqual(faults({ found }, 'pl'), [
      'found lacks the form few',
      'found lacks the form many',
    ])
    assert.deepEqual(faults({ found }, 'ja'), ['found has the form one'])
    assert.deepEqual(faults({ found: { other: '{count} {name}' } }, 'ja'), [])
    assert.deepEqual(faults({ found: { other: '{count} {name}' } }, 'pl'), [])
  })
})
