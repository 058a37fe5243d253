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
})
