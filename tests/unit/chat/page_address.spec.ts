import { test } from '@japa/runner'
import { withoutSecrets } from '#chat/services/visitors/page_address'
import { processorTime } from '#tests/helpers/processor_time'

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'

/** What a page's address becomes; what holds no secret stays as it was. */
const CASES: [sent: string, kept: string][] = [
  ['https://shop.example/?access_token=abc', 'https://shop.example/'],
  ['https://shop.example/?a=1&token=abc&b=2', 'https://shop.example/?a=1&b=2'],
  ['https://shop.example/?a=1;token=abc;b=2', 'https://shop.example/?a=1;b=2'],
  ['https://shop.example/?a=1&amp;token=abc', 'https://shop.example/?a=1&amp'],
  ['https://shop.example/?password=x&passwd=x&pwd=x&pass=x', 'https://shop.example/'],
  ['https://shop.example/?code=x&session=x&sig=x&signature=x&key=x', 'https://shop.example/'],
  ['https://shop.example/?api_key=x&apiKey=x&api-key=x&API.KEY=x', 'https://shop.example/'],
  ['https://shop.example/?jwt=x&reset=x&reset_token=x&passwordReset=x', 'https://shop.example/'],
  ['https://shop.example/?PHPSESSID=x&sid=x&sessionId=x', 'https://shop.example/'],
  ['https://shop.example/?X-Amz-Signature=x&X-Amz-Date=y', 'https://shop.example/?X-Amz-Date=y'],
  ['https://shop.example/?user[password]=x&user[name]=y', 'https://shop.example/?user[name]=y'],
  ['https://shop.example/?%74oken=x', 'https://shop.example/'],
  ['https://shop.example/?%2574oken=x', 'https://shop.example/'],
  ['https://shop.example/?TOKEN=x&ToKeN=y', 'https://shop.example/'],
  ['https://shop.example/?usertoken=x&userPassword=x&client-secret=x', 'https://shop.example/'],
  ['https://shop.example/?token', 'https://shop.example/'],
  ['https://shop.example/?token=a=b', 'https://shop.example/'],
  [`https://shop.example/?t=${JWT}&a=1`, 'https://shop.example/?a=1'],
  [`https://shop.example/verify/${JWT}/now`, 'https://shop.example/verify//now'],
  ['https://shop.example/cart;jsessionid=AB12?a=1', 'https://shop.example/cart?a=1'],
  ['https://shop.example/?next=%2Freset%3Ftoken%3Dabc&a=1', 'https://shop.example/?a=1'],
  ['https://shop.example/?next=https%3A%2F%2Fme%3Apw%40b.example%2F', 'https://shop.example/'],
  ['https://shop.example/?u=%2Fa%3Fu%3D%252Fb%253Ftoken%253Dx', 'https://shop.example/'],
  ['https://shop.example/?next=%2Fpay%3Ftoken%3Dx%26off%3D100%25', 'https://shop.example/'],
  ['https://shop.example/?next=%2Fpay%3Ftoken%3Dx%26q%3Dgr%FCn&a=1', 'https://shop.example/?a=1'],
  ['https://shop.example/?%74oken%25=x&%FC%74oken=x', 'https://shop.example/'],
  ['https://jane:secret@shop.example/a', 'https://shop.example/a'],
  ['https://jane@shop.example/a', 'https://shop.example/a'],
  ['https://a@b@shop.example/a', 'https://shop.example/a'],
  ['https:\\\\jane:secret@shop.example/a', 'https:\\\\shop.example/a'],
  ['//jane:secret@shop.example/a', '//shop.example/a'],
  ['ht\ntps://ja\tne:secret@shop.example/a?tok\nen=x', 'https://shop.example/a'],
  ['https://shop.example/#access_token=abc', 'https://shop.example/'],
  ['https://shop.example/#top', 'https://shop.example/'],
  ['https://shop.example/#/access_token=abc&token_type=bearer', 'https://shop.example/'],
  ['https://shop.example/#/cart?token=x&a=1', 'https://shop.example/#/cart?a=1'],
  ['https://shop.example/#!/cart?code=x', 'https://shop.example/#!/cart'],
  [`https://shop.example/#/verify/${JWT}`, 'https://shop.example/#/verify/'],
  ['/reset?token=x', '/reset'],
  ['?token=x', ''],
]

const HARMLESS = [
  'https://shop.example/',
  'https://shop.example/cart?a=1&b=%20c&&d',
  'https://shop.example/?',
  'https://shop.example/?country_code=NO&sort_key=price&keyword=bike&author=Jane&design=1',
  'https://shop.example/?color=%23fff&email=jane@shop.example&q=a%3Db',
  'https://shop.example/@jane/50%25-off/%ff',
  'https://shop.example/#/cart/1',
  'https://shop.example/#!cart',
  'https://例え.jp/パス?q=日本',
  'android-app://com.example/path',
  'not an address at all',
  '',
]

test.group('Addresses of pages', () => {
  test('lose their secrets: {0}')
    .with(CASES)
    .run(({ assert }, [sent, kept]) => {
      assert.equal(withoutSecrets(sent), kept)
      assert.equal(withoutSecrets(kept), kept)
    })

  test('stay as they are when they have none: {$self}')
    .with(HARMLESS)
    .run(({ assert }, address) => {
      assert.equal(withoutSecrets(address), address)
    })

  test('take time in proportion to their length', ({ assert }) => {
    const took = processorTime(() => {
      for (const part of [
        '&',
        ';',
        '?',
        '#',
        '%',
        '/',
        '\\',
        '@',
        ':',
        ' ',
        'a=',
        '%25',
        'tokenA',
        '?u=',
      ]) {
        withoutSecrets(`https://shop.example/?a=${part.repeat(60_000)}`)
        withoutSecrets(part.repeat(60_000))
        withoutSecrets(`https:${part.repeat(60_000)}`)
      }
    })
    assert.isBelow(took, 4000)
  })
})
