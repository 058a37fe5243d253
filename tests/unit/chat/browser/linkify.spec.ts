import { test } from '@japa/runner'
import { linkify } from '#chat/support/linkify'

const links = (text: string) =>
  linkify(text).flatMap(({ href }) => (href === undefined ? [] : [href]))

test.group('Links in messages', () => {
  test('finds http and https addresses and leaves the sentence around them alone', ({ assert }) => {
    assert.deepEqual(links('see https://a.example/x?y=1, or (http://b.example/z).'), [
      'https://a.example/x?y=1',
      'http://b.example/z',
    ])
  })

  test('keeps a bracket that the address has opened itself', ({ assert }) => {
    assert.deepEqual(links('https://a.example/wiki/Bike_(tool)'), [
      'https://a.example/wiki/Bike_(tool)',
    ])
  })

  test('takes time in proportion to the text, whatever it ends with', ({ assert }) => {
    const began = performance.now()
    links(`https://a.example/${')'.repeat(100_000)}`)
    links(`https://a.example/${'.'.repeat(200_000)}x`)
    assert.isBelow(performance.now() - began, 1000)
  })

  test('never makes a link of {$self}')
    .with([
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.example',
      'https://',
      'ahttps://a.example',
    ])
    .run(({ assert }, text) => {
      assert.deepEqual(links(text), [])
    })

  test('loses no character', ({ assert }) => {
    const text =
      'a https://a.example/… b <https://c.example> "https://d.example"\nhttps://e.example!!'
    assert.equal(
      linkify(text)
        .map((piece) => piece.text)
        .join(''),
      text
    )
  })
})
