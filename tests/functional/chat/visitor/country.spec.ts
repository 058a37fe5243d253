import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { request } from '#tests/helpers/widget_client'

/** The country of the visitor whose first request has these headers. */
async function countryWith(headers: Record<string, string>, configured: string | null) {
  const world = await ChatWorld.create()
  const { config } = world.chat
  const before = config.countryHeader
  config.countryHeader = configured
  try {
    const url = `${process.env.APP_URL}/api/widget/${world.widget.publicKey}/session`
    await request(url, { method: 'POST', headers })
    return (await Visitor.findByOrFail('widget_id', world.widget.id)).countryCode
  } finally {
    config.countryHeader = before
  }
}

const VIA_PROXY = { 'X-Forwarded-For': '203.0.113.7' }

test.group('The country of a visitor', () => {
  test('comes from the proxy’s header that the configuration names', async ({ assert }) => {
    const headers = { ...VIA_PROXY, 'CF-IPCountry': 'no', 'X-Country-Code': 'SE' }
    assert.equal(await countryWith(headers, 'cf-ipcountry'), 'NO')
    assert.equal(await countryWith(headers, 'X-Country-Code'), 'SE')
  })

  test('stays unknown unless a header is configured', async ({ assert }) => {
    const headers = { ...VIA_PROXY, 'CF-IPCountry': 'NO', 'X-Country-Code': 'NO' }
    assert.isNull(await countryWith(headers, null))
  })

  test('is not what a client says who comes without a proxy, or through one that is not trusted', async ({
    assert,
    cleanup,
  }) => {
    assert.isNull(await countryWith({ 'CF-IPCountry': 'NO' }, 'cf-ipcountry'))

    const http = app.config.get<{ trustProxy: unknown }>('app.http')
    const { trustProxy } = http
    cleanup(() => void (http.trustProxy = trustProxy))
    http.trustProxy = () => false
    assert.isNull(await countryWith({ ...VIA_PROXY, 'CF-IPCountry': 'NO' }, 'cf-ipcountry'))
  })

  test('is two letters or unknown', async ({ assert }) => {
    for (const sent of ['ZZZZZZ', '1', '<b>', 'N', '']) {
      assert.isNull(await countryWith({ ...VIA_PROXY, 'CF-IPCountry': sent }, 'cf-ipcountry'))
    }
  })
})
