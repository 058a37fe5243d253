import { test } from '@japa/runner'
import { fit } from '../../../../resources/js/chat/inbox/commands/fuzzy.js'

const best = (typed: string, texts: string[]) =>
  texts
    .map((text) => ({ text, fit: fit(typed, text) }))
    .filter((each) => each.fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ text }) => text)

test.group('What is found by a few letters', () => {
  test('beginnings of words come before middles, and those before single letters', ({ assert }) => {
    const texts = ['Unassign', 'Sign here', 'Set my status', 'Assign']
    assert.deepEqual(best('sign', texts), ['Sign here', 'Unassign', 'Assign'])
    assert.deepEqual(best('as', texts), ['Assign', 'Unassign', 'Set my status'])
  })

  test('words may come in any order, without accents and capitals', ({ assert }) => {
    assert.isAbove(fit('jose ass', 'Assign › José Álvarez'), 0)
    assert.equal(fit('jose close', 'Assign › José Álvarez'), 0)
  })

  test('letters in their order are enough, when they are close together', ({ assert }) => {
    assert.isAbove(fit('rslv', 'Resolve'), 0)
    assert.equal(fit('rd', 'Remove something unread'), 0)
  })
})
