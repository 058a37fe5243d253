import { test } from '@japa/runner'
import { mailto } from '#crm/support/mailto'

test.group('Links to email addresses', () => {
  test('{address} is written to as {link}')
    .with([
      { address: 'jane@shop.example', link: 'mailto:jane@shop.example' },
      { address: 'jane?bcc=eve@evil.example', link: 'mailto:jane%3Fbcc%3Deve@evil.example' },
      {
        address: 'boss%40firm.example?cc=a@b.example',
        link: 'mailto:boss%2540firm.example%3Fcc%3Da@b.example',
      },
      { address: 'no address', link: 'mailto:no%20address' },
    ])
    .run(({ assert }, { address, link }) => {
      assert.equal(mailto(address), link)
    })
})
