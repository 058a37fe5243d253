import { test } from '@japa/runner'
import { errorText } from '#tests/helpers/error_text'

test.group('The text of a failure', () => {
  test('is the message without colours, and the line of the test', ({ assert }) => {
    const text = errorText(new Error('\u001B[31mnot green\u001B[39m'))
    assert.match(text, /^not green\nat tests\/unit\/runner\/error_text\.spec\.ts:\d+:\d+$/)
  })

  test('has the first lines of a long message', ({ assert }) => {
    const message = Array.from({ length: 30 }, (_, n) => `line ${n}`).join('\n')
    const lines = errorText(new Error(message)).split('\n')
    assert.lengthOf(lines, 9)
    assert.equal(lines[7], 'line 7')
    assert.match(lines[8], /^at tests\//)
  })

  test('says what was thrown that is no error', ({ assert }) => {
    assert.match(errorText('no error at all'), /^no error at all/)
  })
})
