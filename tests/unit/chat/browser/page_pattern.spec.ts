import { test } from '@japa/runner'
import { isLanguage } from '../../../../resources/js/chat/proactive/language.js'
import { matchesPage } from '../../../../resources/js/chat/proactive/pattern.js'

const CASES: [pattern: string, address: string, matches: boolean][] = [
  ['/pricing', 'https://shop.example/pricing', true],
  ['/pricing', 'https://shop.example/pricing/', true],
  ['/pricing/', 'https://shop.example/pricing', true],
  ['/pricing', 'https://shop.example/Pricing?from=mail#top', true],
  ['/pricing', 'https://shop.example/pricing/team', false],
  ['/pricing*', 'https://shop.example/pricing/team', true],
  ['/pricing/*', 'https://shop.example/pricing', false],
  ['*/team', 'https://shop.example/pricing/team', true],
  ['/shop/*/cart', 'https://shop.example/shop/de/cart', true],
  ['/shop/*/cart', 'https://shop.example/shop/cart', false],
  ['/search?q=*', 'https://shop.example/search?q=bike', true],
  ['/', 'https://shop.example/', true],
  ['/', 'https://shop.example/pricing', false],
  ['*', 'https://shop.example/anything', true],
  ['https://shop.example/*', 'https://shop.example/pricing', true],
  ['https://shop.example/*', 'https://other.example/pricing', false],
  ['*.example/pricing', 'https://shop.example/pricing', true],
  ['/a*b*b', 'https://shop.example/ab', false],
  ['/a*b*b', 'https://shop.example/a1b2b', true],
  ['/a.c', 'https://shop.example/abc', false],
]

test.group('Pattern of a page’s address', () => {
  for (const [pattern, address, matches] of CASES) {
    test(`${pattern} ${matches ? 'is' : 'is not'} ${address}`, ({ assert }) => {
      assert.equal(matchesPage(pattern, address), matches)
    })
  }

  test('the worst pattern and address take no time', ({ assert }) => {
    const from = performance.now()
    matchesPage('/*a*a*a*a*b', `https://shop.example/${'a'.repeat(100_000)}`)
    assert.isBelow(performance.now() - from, 500)
  })
})

test.group('Language of a page', () => {
  test('a variety is its language, and not the other way round', ({ assert }) => {
    assert.isTrue(isLanguage('de', 'de-AT'))
    assert.isTrue(isLanguage('pt-BR', 'pt-br'))
    assert.isFalse(isLanguage('pt-BR', 'pt'))
    assert.isFalse(isLanguage('de', 'den'))
  })
})
