import { test } from '@japa/runner'
import { encryptPush } from '#chat/services/notifications/push/encrypt_push'
import { isPushEndpoint } from '#chat/services/notifications/push/push_services'
import { PUSH_SERVICES } from '#chat/config/default_settings'

const bytes = (text: string) => Buffer.from(text, 'base64url')

const CONFIG = {
  services: PUSH_SERVICES,
  allowPrivateAddresses: false,
  timeoutSeconds: 10,
  contact: null,
}

test.group('Pushes', () => {
  test('are encrypted as in the example of RFC 8291', ({ assert }) => {
    const sealed = encryptPush(
      'When I grow up, I want to be a watermelon',
      {
        publicKey: bytes(
          'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'
        ),
        secret: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
      },
      bytes('DGv6ra1nlYgDCS1FRnbzlw'),
      bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw')
    )
    assert.equal(
      sealed.toString('base64url'),
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN'
    )
  })

  test('go to the push services of browsers', ({ assert }) => {
    for (const endpoint of [
      'https://fcm.googleapis.com/fcm/send/abc:def',
      'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
      'https://wns2-par02p.notify.windows.com/w/?token=x',
      'https://web.push.apple.com/Qabc',
    ]) {
      assert.isTrue(isPushEndpoint(endpoint, CONFIG), endpoint)
    }
  })

  test('a name below one that is listed is not one that ends like it', ({ assert }) => {
    for (const endpoint of [
      'https://evil-push.apple.com/x',
      'https://push.apple.com/x',
      'https://web.push.apple.com.evil.example/x',
      'https://web.push.apple.com:444/x',
      `https://web.push.apple.com/${'x'.repeat(1100)}`,
    ]) {
      assert.isFalse(isPushEndpoint(endpoint, CONFIG), endpoint)
    }
  })
})
