import { test } from '@japa/runner'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { fillIn, unknownPlaceholders } from '#chat/services/canned_responses/placeholders'
import { processorTime } from '#tests/helpers/processor_time'

function source(visitor: { name: string | null; email: string | null }) {
  const conversation = { visitor, displayNumber: 'C1001' } as Conversation
  return { conversation, agent: { name: 'Anna Agent' } as Agent }
}

const JANE = source({ name: 'Jane Doe', email: 'jane@home.example' })
const ANONYMOUS = source({ name: null, email: null })

test.group('Placeholders', () => {
  test('each is filled in with what it stands for', ({ assert }) => {
    const text = '{{visitor.name}} <{{ visitor.email }}>, {{agent.name}}, {{conversation.number}}'
    assert.equal(fillIn(text, JANE), 'Jane Doe <jane@home.example>, Anna Agent, C1001')
  })

  test('what is not known gives way to the fallback, or to nothing', ({ assert }) => {
    assert.equal(fillIn('Hi {{visitor.name|there}}!', JANE), 'Hi Jane Doe!')
    assert.equal(fillIn('Hi {{visitor.name| there }}!', ANONYMOUS), 'Hi there!')
    assert.equal(fillIn('Hi {{visitor.name}}!', ANONYMOUS), 'Hi !')
  })

  test('a value is never read for placeholders, and takes one line', ({ assert }) => {
    const sly = source({ name: '{{visitor.email}}\n$& $1', email: 'a@b.example' })
    assert.equal(fillIn('Hi {{visitor.name}}', sly), 'Hi {{visitor.email}} $& $1')
  })

  test('what is no placeholder stays, and is named once', ({ assert }) => {
    const text = '{{visitor.phone}} {{visitor.phone}} {{constructor}} {{agent.name}} {{'
    assert.equal(fillIn(text, JANE), text.replace('{{agent.name}}', 'Anna Agent'))
    assert.deepEqual(unknownPlaceholders(text), ['{{visitor.phone}}', '{{constructor}}', '{{'])
    assert.deepEqual(unknownPlaceholders('{{visitor.name|you}} { } {single}'), [])
    assert.deepEqual(unknownPlaceholders('closed only }}'), ['}}'])
  })

  test('a text made of braces takes no time', ({ assert }) => {
    const took = processorTime(() => {
      for (const text of ['{'.repeat(5000), '{{ '.repeat(1600), `{{${' '.repeat(5000)}`]) {
        unknownPlaceholders(text)
        fillIn(text, JANE)
      }
    })
    assert.isBelow(took, 500)
  })
})
