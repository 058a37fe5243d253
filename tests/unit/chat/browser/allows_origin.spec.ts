import { test } from '@japa/runner'
import { isOriginAllowed, originPattern } from '#chat/services/widgets/allowed_origins'

/** As the loader asks it. */
const allowsOrigin = (entries: string[], origin: string) =>
  new RegExp(originPattern(entries)).test(origin)

const CASES: [entry: string, origin: string, allowed: boolean][] = [
  ['https://shop.example', 'https://shop.example', true],
  ['https://shop.example', 'http://shop.example', false],
  ['https://shop.example', 'https://shop.example:8443', false],
  ['https://shop.example', 'https://evil.example', false],
  ['shop.example', 'https://shop.example', true],
  ['shop.example', 'http://shop.example:3000', true],
  ['shop.example', 'https://www.shop.example', false],
  ['shop.example', 'https://shop.example.evil.com', false],
  ['shop.example:3000', 'http://shop.example:3000', true],
  ['shop.example:3000', 'http://shop.example:3001', false],
  ['*.example.com', 'https://a.example.com', true],
  ['*.example.com', 'https://a.b.example.com', true],
  ['*.example.com', 'https://example.com', false],
  ['*.example.com', 'https://evilexample.com', false],
  ['https://*.example.com', 'https://a.example.com', true],
  ['https://*.example.com', 'http://a.example.com', false],
  ['localhost', 'http://localhost:3334', true],
  ['localhost', 'null', false],
  ['https://shop.example', 'https://shopxexample', false],
  ['shop.example', 'https://shop.example:80a', false],
]

test.group('Allowed origins in the loader', () => {
  test('an empty list lets every website in', ({ assert }) => {
    assert.isTrue(allowsOrigin([], 'https://anything.example'))
  })

  test('{0} and {1}: the loader decides as the server does')
    .with(CASES)
    .run(({ assert }, [entry, origin, allowed]) => {
      assert.equal(allowsOrigin(['https://other.example', entry], origin), allowed)
      assert.equal(isOriginAllowed(['https://other.example', entry], origin), allowed)
    })
})
