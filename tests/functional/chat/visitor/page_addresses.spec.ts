import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group("The addresses of a visitor's pages", () => {
  test('are kept as {kept} when they come as {sent}')
    .with([
      { sent: 'https://shop.example/cart?a=1', kept: 'https://shop.example/cart?a=1' },
      { sent: 'https://shop.example/#access_token=abc', kept: 'https://shop.example/' },
      { sent: 'https://shop.example/a#b#/c', kept: 'https://shop.example/a' },
      { sent: 'https://shop.example/#/cart', kept: 'https://shop.example/#/cart' },
      { sent: 'https://shop.example/#!cart', kept: 'https://shop.example/#!cart' },
    ])
    .run(async ({ assert }, { sent, kept }) => {
      const world = await ChatWorld.create()
      const { browser, visitor } = await world.guest()
      await browser.post('/page-views', { url: sent, title: 'Page' })
      const [page] = await world.chat.visitors.trail(visitor, 1)
      assert.equal(page.url, kept)
    })

  test('hold no secrets wherever they are stored, whichever way they come', async ({ assert }) => {
    const world = await ChatWorld.create()
    const client = { ipAddress: '192.0.2.1', userAgent: null, countryCode: null }
    const page = {
      url: 'https://me:pw@shop.example/cart?token=hidden&a=1#access_token=hidden',
      title: 'Cart',
      referrer: 'https://search.example/?q=bike&session=hidden',
    }
    const { visitor } = await world.chat.visitors.register(world.widget, client, page)
    await world.chat.visitors.recordPageView(visitor, { url: 'https://shop.example/?code=hidden' })
    const draft = { content: 'Hello', clientMessageId: randomUUID() }
    const details = { page: { url: 'https://shop.example/pay?jwt=hidden', title: 'Pay' } }
    const { conversation } = await world.chat.messages.visitor.start(
      world.widget,
      visitor,
      draft,
      details
    )
    const trail = await world.chat.visitors.trail(visitor, 5)
    assert.deepEqual(
      trail.map(({ url }) => url),
      ['https://shop.example/', 'https://shop.example/cart?a=1']
    )
    assert.equal(visitor.referrer, 'https://search.example/?q=bike')
    assert.equal(visitor.currentPage, 'https://shop.example/')
    assert.equal(conversation.sourceUrl, 'https://shop.example/pay')
  })

  test('are stripped before they are cut, so that no half of a secret stays', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { browser, visitor } = await world.guest()
    const url = `https://shop.example/?a=${'x'.repeat(1990)}&token=${'s'.repeat(200)}&b=1`
    await browser.post('/page-views', { url, title: 'Page' })
    const [page] = await world.chat.visitors.trail(visitor, 1)
    assert.notInclude(page.url, 'token')
    assert.isTrue(page.url.endsWith('&b=1'))
  })
})
