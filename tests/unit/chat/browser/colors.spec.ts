import { test } from '@japa/runner'
import { contrast, readableOn } from '#chat/support/colors'

test.group('Readable colours', () => {
  test('keeps the text colour of the admin where it can be read', ({ assert }) => {
    assert.equal(readableOn('#2563eb', '#ffffff'), '#ffffff')
    assert.equal(readableOn('#fff', '#222'), '#222')
  })

  test('replaces it where it cannot, for every background', ({ assert }) => {
    for (let value = 0; value < 4096; value += 37) {
      const background = `#${value.toString(16).padStart(3, '0')}`
      const text = readableOn(background, '#888888')
      assert.isAtLeast(contrast(background, text)!, 4.5, background)
    }
  })

  test('leaves alone what it does not understand', ({ assert }) => {
    assert.equal(readableOn('rebeccapurple', '#ffffff'), '#ffffff')
  })
})
