import { test } from '@japa/runner'
import { addressKey } from '#chat/support/address_key'

test.group('What an address is counted by', () => {
  test('{ip} counts as {key}')
    .with([
      { ip: '192.0.2.7', key: '192.0.2.7' },
      { ip: '::ffff:192.0.2.7', key: '192.0.2.7' },
      { ip: '::ffff:c000:207', key: '192.0.2.7' },
      { ip: '0:0:0:0:0:FFFF:C000:0207', key: '192.0.2.7' },
      { ip: '64:ff9b::192.0.2.7', key: '192.0.2.7' },
      { ip: '64:ff9b:0:1::c000:207', key: '64:ff9b:0:1::/64' },
      { ip: '2001:db8:1:2:3:4:5:6', key: '2001:db8:1:2::/64' },
      { ip: '2001:0DB8:0001:0002::ffff', key: '2001:db8:1:2::/64' },
      { ip: '2001:db8::1', key: '2001:db8:0:0::/64' },
      { ip: 'fe80::1%eth0', key: 'fe80:0:0:0::/64' },
      { ip: '::1', key: '0:0:0:0::/64' },
      { ip: '2001:db8:1:2:3:4:192.0.2.7', key: '2001:db8:1:2::/64' },
      { ip: '', key: '' },
    ])
    .run(({ assert }, { ip, key }) => {
      assert.equal(addressKey(ip), key)
    })
})
