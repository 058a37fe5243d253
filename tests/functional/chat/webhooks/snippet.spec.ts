import { test } from '@japa/runner'
import { VERIFY_SNIPPET } from '#chat/presenters/webhooks/verify_snippet'
import { hooked } from './hooked.js'
import { soon } from '../routing/team.js'

test.group('What admins are shown to check a signature', () => {
  test('takes what is from here, and nothing else', async ({ assert, cleanup }) => {
    const { world, webhook, receiver, secret } = await hooked(cleanup)
    await world.chat.webhooks.test(webhook)
    await soon(() => receiver.received.length === 1)
    const [{ headers, body }] = receiver.received
    const source = `data:text/javascript,${encodeURIComponent(VERIFY_SNIPPET)}`
    const { isFromChat } = await import(source)

    assert.isTrue(isFromChat(headers, body, secret))
    assert.isFalse(isFromChat(headers, `${body} `, secret))
    assert.isFalse(isFromChat(headers, body, `${secret}x`))
    const signature = String(headers['x-chat-signature'])
    const [time, mac] = signature.split(',')
    const old = Math.floor(Date.now() / 1000) - 3600
    const forged = [
      '',
      'v1=',
      `${time},v1=abc`,
      `t=${old},${mac}`,
      mac,
      `${time},v2=${mac}`,
      't,v1',
    ]
    for (const value of forged) {
      assert.isFalse(isFromChat({ 'x-chat-signature': value }, body, secret), value)
    }
    assert.isFalse(isFromChat({}, body, secret))
  })
})
