import { test } from '@japa/runner'
import {
  frameAncestors,
  isOriginAllowed,
  normalizeAllowedOrigin,
} from '#chat/services/widgets/allowed_origins'
import { processorTime } from '#tests/helpers/processor_time'

const ENTRIES: [typed: string, kept: string | null][] = [
  ['shop.example', 'shop.example'],
  ['  HTTPS://Shop.Example/ ', 'https://shop.example'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['localhost', 'localhost'],
  ['*.example.com', '*.example.com'],
  ['https://*.example.com:8443', 'https://*.example.com:8443'],
  ['192.0.2.7', '192.0.2.7'],
  ['müller.example', 'xn--mller-kva.example'],
  ['https://shop.example:443', 'https://shop.example'],
  ['http://shop.example:80', 'http://shop.example'],
  ['shop.example:443', 'https://shop.example'],
  ['', null],
  ['*', null],
  ['*.*.com', null],
  ['shop.*.com', null],
  ['https://', null],
  ['https://shop.example/path', null],
  ['https://shop.example?x', null],
  ['https://user@shop.example', null],
  ['ftp://shop.example', null],
  ['javascript:alert(1)', null],
  ['shop.example:99999', null],
  ['shop..example', null],
  ['-shop.example', null],
  ['two words', null],
  [`shop.example; script-src *`, null],
  [`${'a'.repeat(63)}.`.repeat(5), null],
]

const MATCHES: [entry: string, origin: string, isAllowed: boolean][] = [
  ['shop.example', 'https://shop.example', true],
  ['shop.example', 'http://shop.example', true],
  ['shop.example', 'https://shop.example:8443', true],
  ['shop.example', 'https://www.shop.example', false],
  ['shop.example', 'https://evilshop.example', false],
  ['shop.example', 'https://shop.example.evil.example', false],
  ['https://shop.example', 'https://shop.example', true],
  ['https://shop.example', 'http://shop.example', false],
  ['https://shop.example', 'https://shop.example:8443', false],
  ['http://localhost:8080', 'http://localhost:8080', true],
  ['http://localhost:8080', 'http://localhost:8081', false],
  ['*.example.com', 'https://shop.example.com', true],
  ['*.example.com', 'https://a.b.example.com', true],
  ['*.example.com', 'https://example.com', false],
  ['*.example.com', 'https://evilexample.com', false],
  ['https://*.example.com', 'http://shop.example.com', false],
  ['shop.example', 'null', false],
  ['shop.example', 'file://shop.example', false],
  ['shop.example', 'not an origin', false],
]

test.group('Allowed websites', () => {
  test('{0} is kept as {1}')
    .with(ENTRIES)
    .run(({ assert }, [typed, kept]) => {
      assert.equal(normalizeAllowedOrigin(typed), kept)
    })

  test('what is kept stays as it is when it is saved again', ({ assert }) => {
    for (const [, kept] of ENTRIES) if (kept) assert.equal(normalizeAllowedOrigin(kept), kept)
  })

  test('{0} and {1}: {2}')
    .with(MATCHES)
    .run(({ assert }, [entry, origin, isAllowed]) => {
      assert.equal(isOriginAllowed([entry], origin), isAllowed)
      assert.equal(isOriginAllowed(['other.example', entry], origin), isAllowed)
    })

  test('an empty list lets every website in', ({ assert }) => {
    assert.isTrue(isOriginAllowed([], 'https://anything.example'))
    assert.equal(frameAncestors([]), '*')
  })

  test('an entry takes no time that grows faster than it is long', ({ assert }) => {
    const took = processorTime(() => {
      assert.isNull(normalizeAllowedOrigin(`shop.example${'/'.repeat(200_000)}x`))
    })
    assert.isBelow(took, 1000)
  })

  test('the frame’s policy says the same as the list', ({ assert }) => {
    assert.equal(
      frameAncestors(['https://shop.example', 'a.example', '*.b.example:8080']),
      'https://shop.example https://a.example:* http://a.example:* https://*.b.example:8080 http://*.b.example:8080'
    )
  })
})
