import { test } from '@japa/runner'
import { literalAddress, reachOf } from '#chat/services/webhooks/addresses'

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '2a00:1450::1',
]

const PRIVATE = [
  '127.0.0.1',
  '127.255.0.9',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fc00::1',
  'fd12:3456::1',
]

const NEVER = [
  '0.0.0.0',
  '0.1.2.3',
  '169.254.169.254',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.8',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'fd00:ec2::254',
  'fd20:ce::254',
  'localhost',
  '',
]

/** How URLs may write an address, and which it is. */
const WRITTEN = {
  'http://2130706433/': '127.0.0.1',
  'http://0x7f.1/': '127.0.0.1',
  'http://0177.0.0.1/': '127.0.0.1',
  'http://127.1/': '127.0.0.1',
  'http://１２７.０.０.１/': '127.0.0.1',
  'http://[::ffff:127.0.0.1]/': '::ffff:7f00:1',
  'http://[0:0:0:0:0:0:0:1]:8080/': '::1',
  'http://example.com/': null,
}

test.group('Where an address leads', () => {
  test('{0}')
    .with([
      ['public', PUBLIC],
      ['private', PRIVATE],
      ['never', NEVER],
    ] as const)
    .run(({ assert }, [reach, addresses]) => {
      for (const address of addresses) assert.equal(reachOf(address), reach, address)
    })

  test('is seen however a URL writes it', ({ assert }) => {
    for (const [url, address] of Object.entries(WRITTEN)) {
      assert.equal(literalAddress(new URL(url)), address, url)
    }
    assert.equal(reachOf('::ffff:7f00:1'), 'never')
  })
})
