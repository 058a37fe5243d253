import { request as open } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { bodyRoutes, takenAddressOf, type ServedRoute } from '#tests/helpers/routes'
import { ownServer, request } from '#tests/helpers/widget_client'

/** Routes whose body is an email or a file, whatever is in it. */
const TAKES_BYTES = /^chat\.mail$|files\.store$/

const ORIGIN = 'https://shop.example'
const GARBAGE = Buffer.from('This has never been compressed by any program')
const FITTING = Buffer.from(JSON.stringify({ content: 'x'.repeat(400) }))
const OVER_THE_LIMIT = Buffer.from(JSON.stringify({ content: 'x'.repeat(300_000) }))
const DEEP = Buffer.from('['.repeat(30_000) + ']'.repeat(30_000))

interface BadBody {
  what: string
  status: number
  body: Buffer
  encoding?: string
  type?: string
}

const BAD_BODIES: BadBody[] = [
  { what: 'garbage as br', status: 400, body: GARBAGE, encoding: 'br' },
  { what: 'garbage as gzip', status: 400, body: GARBAGE, encoding: 'gzip' },
  { what: 'garbage as deflate', status: 400, body: GARBAGE, encoding: 'deflate' },
  {
    what: 'half of a br',
    status: 400,
    body: brotliCompressSync(FITTING).subarray(0, 12),
    encoding: 'br',
  },
  {
    what: 'half of a gzip',
    status: 400,
    body: gzipSync(FITTING).subarray(0, 20),
    encoding: 'gzip',
  },
  {
    what: 'half of a deflate',
    status: 400,
    body: deflateSync(FITTING).subarray(0, 12),
    encoding: 'deflate',
  },
  { what: 'an unknown encoding', status: 415, body: GARBAGE, encoding: 'zstd' },
  { what: 'two encodings', status: 415, body: GARBAGE, encoding: 'gzip, br' },
  {
    what: 'an unknown charset',
    status: 415,
    body: FITTING,
    type: 'application/json; charset=utf-99',
  },
  {
    what: 'UTF-16',
    status: 415,
    body: Buffer.from('{}', 'utf16le'),
    type: 'application/json; charset="utf-16"',
  },
  { what: 'half of a JSON text', status: 400, body: FITTING.subarray(0, 100) },
  { what: 'JSON that is no object', status: 400, body: Buffer.from('null') },
  { what: 'JSON of 30,000 levels', status: 400, body: DEEP },
  { what: 'a body over the limit', status: 413, body: OVER_THE_LIMIT },
  {
    what: 'a small body that unpacks to one over the limit',
    status: 413,
    body: gzipSync(OVER_THE_LIMIT),
    encoding: 'gzip',
  },
]

function send(url: string, method: string, { body, encoding, type }: BadBody, origin = ORIGIN) {
  const headers = {
    'Accept': 'application/json',
    'Content-Type': type ?? 'application/json',
    'Origin': origin,
    ...(encoding && { 'Content-Encoding': encoding }),
  }
  return request(url, { method, headers, body: new Uint8Array(body) })
}

test.group('Bodies that cannot be read', () => {
  for (const bad of BAD_BODIES) {
    test(`${bad.what}: ${bad.status} on every route that takes a body`, async ({ assert }) => {
      const world = await ChatWorld.create({ allowedOrigins: [ORIGIN] })
      const { browser, conversation } = await world.chatting()
      const values = { key: browser.key, id: conversation.externalId }
      const isOfWidget = ({ pattern }: ServedRoute) => /^\/(api\/widget|p\/chat)\//.test(pattern)
      for (const route of bodyRoutes().filter(({ name }) => !TAKES_BYTES.test(name))) {
        const address = takenAddressOf(route, values)
        const answer = await send(ownServer() + address, route.method, bad)
        const what = `${route.method} ${address}`
        assert.equal(answer.status, bad.status, what)
        assert.isNotEmpty(answer.json.errors[0].message, what)
        assert.notMatch(answer.text, /node_modules|call stack|at \w+ \(/, what)
        const allowed = answer.headers.get('access-control-allow-origin')
        assert.equal(allowed, isOfWidget(route) ? ORIGIN : null, what)
      }
    })
  }

  test('on another website than the allowed ones are not even looked at', async ({ assert }) => {
    const world = await ChatWorld.create({ allowedOrigins: [ORIGIN] })
    const url = `${ownServer()}/api/widget/${world.widget.publicKey}/session`
    const { status, headers } = await send(url, 'POST', BAD_BODIES[0], 'https://evil.example')
    assert.equal(status, 403)
    assert.isNull(headers.get('access-control-allow-origin'))
  })

  test('of another type than a widget reads are refused with 415', async ({ assert }) => {
    const world = await ChatWorld.create({ allowedOrigins: [ORIGIN] })
    const { browser } = await world.guest()
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x']) {
      const { status, json } = await browser.send('/identify', '{"name":"Eve"}', type)
      assert.equal(status, 415, type)
      assert.equal(json.errors[0].code, 'E_CHAT_BODY_NOT_READABLE')
    }
  })

  test('keys that reach for prototypes change nothing', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    for (const body of ['{"__proto__":{"admin":1}}', '{"constructor":{"prototype":{"admin":1}}}']) {
      const { status } = await browser.send('/identify', body, 'application/json')
      assert.equal(status, 200)
    }
    assert.notProperty({}, 'admin')
  })

  test('compressed, and over the limit before they break, leave the server running', async ({
    assert,
    cleanup,
  }) => {
    const uncaught: Error[] = []
    const note = (error: Error) => void uncaught.push(error)
    process.on('uncaughtExceptionMonitor', note)
    cleanup(() => void process.off('uncaughtExceptionMonitor', note))

    const world = await ChatWorld.create()
    const url = `${ownServer()}/api/widget/${world.widget.publicKey}/session`
    const status = await refusedThenBroken(url)
    assert.equal(status, 413)
    const { browser } = await world.guest()
    assert.equal((await browser.get('/config')).status, 200)
    assert.deepEqual(uncaught, [])
  })
})

/** Sends more than is taken, waits for the refusal, and goes on with what no decompressor can read. */
function refusedThenBroken(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }
    const sent = open(url, { method: 'POST', headers }, (response) => {
      response.resume()
      sent.on('close', () => resolve(response.statusCode!))
      sent.end(Buffer.alloc(3000, 0xff))
    })
    sent.on('error', reject)
    // Just over the limit: a decompressor with more in its hands would not read on
    sent.write(gzipSync(Buffer.alloc(70_000, 32)).subarray(0, -8))
  })
}
