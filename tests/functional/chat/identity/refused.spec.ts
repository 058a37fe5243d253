import { generateKeyPairSync } from 'node:crypto'
import { test } from '@japa/runner'
import { UnsecuredJWT } from 'jose'
import Visitor from '#chat/models/visitor'
import { IdentityKeys } from '#chat/services/visitors/identity/identity_keys'
import { KeySets } from '#chat/services/visitors/identity/key_sets'
import { readPublicKey } from '#chat/services/visitors/identity/public_keys'
import { ChatWorld } from '#tests/helpers/chat_world'
import { inSeconds, keySetServer, pairOf, Signer } from './signing.js'

const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.group('Identity tokens that are refused (V6)', () => {
  test('are refused with the reason, and leave the visitor as they were', async ({ assert }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const stranger = await Signer.of(world, await world.addWidget())
    const { privateKey } = await pairOf('RS256', 'k')
    const good = await signer.sign()
    const [head, body, signature] = good.split('.')
    const refused: Record<string, [jwt: string, rule: string]> = {
      'no token at all': ['hello', 'malformed'],
      'three dots': ['..', 'malformed'],
      'broken JSON': [`${Buffer.from('{').toString('base64url')}.e30.e30`, 'malformed'],
      'alg none': [new UnsecuredJWT({ sub: '42' }).setExpirationTime('1h').encode(), 'algorithm'],
      'alg None': [`${b64({ alg: 'None' })}.${body}.`, 'algorithm'],
      'alg HS512': [`${b64({ alg: 'HS512' })}.${body}.${signature}`, 'algorithm'],
      'a list as alg': [`${b64({ alg: ['HS256'] })}.${body}.${signature}`, 'malformed'],
      'no public key': [await new Signer(world.widget, privateKey, 'RS256').sign(), 'no_key'],
      'unknown criticals': [
        `${b64({ alg: 'HS256', crit: ['x'], x: 1 })}.${body}.${signature}`,
        'malformed',
      ],
      'changed': [`${head}.${b64({ sub: '43' })}.${signature}`, 'signature'],
      'signed by another widget': [await stranger.sign(), 'signature'],
      'for another widget': [await new Signer(stranger.widget, signer.key).sign(), 'audience'],
      'no audience': [await signer.sign({ aud: null }), 'audience'],
      'expired': [await signer.sign({ exp: inSeconds(-120) }), 'expired'],
      'without expiry': [await signer.sign({ exp: null }), 'no_expiry'],
      'text as expiry': [await signer.sign({ exp: 'tomorrow' as never }), 'no_expiry'],
      'good for a week': [await signer.sign({ exp: inSeconds(7 * 86_400) }), 'too_long'],
      'good for ever': [await signer.sign({ exp: 1e300 }), 'too_long'],
      'not yet': [await signer.sign({ nbf: inSeconds(3000) }), 'not_yet'],
      'without sub': [await signer.sign({ sub: null }), 'no_id'],
      'empty sub': [await signer.sign({ sub: '' }), 'no_id'],
      'number as sub': [await signer.sign({ sub: 42 }), 'no_id'],
      'sub of two lines': [await signer.sign({ sub: 'a\nb' }), 'no_id'],
      'long sub': [await signer.sign({ sub: 'a'.repeat(256) }), 'no_id'],
    }
    const { visitor, browser } = await world.chatting({ name: 'Vera' })
    for (const [name, [jwt, rule]] of Object.entries(refused)) {
      const { status, json } = await browser.post('/identity', { jwt })
      assert.equal(status, 401, `${name} ${JSON.stringify(json)}`)
      assert.equal(json.errors[0].code, 'E_CHAT_IDENTITY_REFUSED', name)
      assert.equal(json.errors[0].rule, rule, name)
    }
    for (const sent of [{}, { jwt: '' }, { jwt: 1 }, { jwt: null }, { jwt: 'a'.repeat(9000) }]) {
      assert.equal((await browser.post('/identity', sent)).status, 422)
    }
    const stored = await Visitor.findOrFail(visitor.id)
    assert.isNull(stored.verifiedId)
    assert.equal(stored.name, 'Vera')
    assert.equal((await browser.post('/session')).status, 200)
  })

  test('two secrets are good while a server switches over; a removed one is not', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const [first, second] = [await Signer.of(world), await Signer.of(world)]
    const { browser } = await world.guest()
    const statusOf = async (signer: Signer) =>
      (await browser.with({ token: null }).post('/identity', { jwt: await signer.sign() })).status
    assert.deepEqual([await statusOf(first), await statusOf(second)], [200, 200])
    const third = await Signer.of(world)
    assert.deepEqual(
      [await statusOf(first), await statusOf(second), await statusOf(third)],
      [401, 200, 200]
    )
    const keys = world.chat.visitors.identityKeys
    const [newest] = await keys.list(world.widget)
    await keys.remove(world.widget, newest.externalId, null)
    assert.deepEqual([await statusOf(second), await statusOf(third)], [200, 401])
  })

  test('a public key verifies its own algorithm, and is no secret for HS256', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const keys = world.chat.visitors.identityKeys
    const { browser } = await world.guest()
    for (const algorithm of ['RS256', 'ES256'] as const) {
      const { privateKey, pem } = await pairOf(algorithm, 'k')
      await keys.addPublicKey(world.widget, pem, null)
      const signer = new Signer(world.widget, privateKey, algorithm)
      const good = await browser.post('/identity', { jwt: await signer.sign({ sub: algorithm }) })
      assert.equal(good.status, 200, algorithm)
      const forger = new Signer(world.widget, new TextEncoder().encode(pem))
      const forged = await browser.post('/identity', { jwt: await forger.sign() })
      assert.equal(forged.json.errors[0].rule, 'no_key')
    }
  })

  test('a key set is read rarely, whatever tokens ask for', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const site = await keySetServer(cleanup)
    const [one, two] = [await pairOf('ES256', 'one'), await pairOf('RS256', 'two')]
    site.keys = [one.jwk]
    await world.chat.visitors.identityKeys.addKeySet(world.widget, site.url, null)
    const say = async (pair: typeof one, algorithm: string, kid: string) => {
      const signer = new Signer(world.widget, pair.privateKey, algorithm, kid)
      return browser.post('/identity', { jwt: await signer.sign({ sub: kid }) })
    }
    assert.equal((await say(one, 'ES256', 'one')).status, 200)
    assert.equal((await say(one, 'ES256', 'one')).status, 200)
    assert.equal(site.asked, 1)
    // Unknown keys do not have the set asked for with every token
    for (let i = 0; i < 5; i++) {
      assert.equal((await say(two, 'RS256', 'two')).json.errors[0].rule, 'key_unknown')
    }
    assert.equal(site.asked, 1)
  })

  test('a key set in a private network is neither stored nor read', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const site = await keySetServer(cleanup)
    const keys = new IdentityKeys(world.chat.audit, false)
    for (const address of [
      'https://127.0.0.1/k',
      'https://[::1]/k',
      'http://shop.example/k',
      'x',
    ]) {
      const added = async () => keys.addKeySet(world.widget, address, null)
      await assert.rejects(added, 'Enter the public https address of your key set')
    }
    const asked = new KeySets(false).at(site.url.replace('127.0.0.1', 'localhost'))
    await assert.rejects(() => asked, 'The key set for identity tokens can’t be reached')
    assert.equal(site.asked, 0)
  })

  test('a private key is not taken, nor what is too weak', async ({ assert }) => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const pem = { type: 'spki', format: 'pem' } as const
    assert.throws(
      () => readPublicKey(String(privateKey.export({ type: 'pkcs8', format: 'pem' }))),
      'This is a private key. Keep it on your server and paste the public key.'
    )
    const weak = [String(publicKey.export(pem)), 'hello', '-----BEGIN PUBLIC KEY-----']
    for (const each of weak) assert.throws(() => readPublicKey(each), /Paste a public key/)
  })
})
