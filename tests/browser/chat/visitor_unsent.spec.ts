/// <reference lib="dom" />
import { test } from '@japa/runner'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

test.group('What a visitor has written and not sent', () => {
  test('a first message written offline goes out on the next visit, without the chat being opened', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const unreachable = '**/api/widget/**'
    await browserContext.route(unreachable, (route) => route.abort())
    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.openChat()
    await visitor.write('From the train')
    await visitor.state('Sending when you’re back online')
    await visitor.page.close()
    await browserContext.unroute(unreachable)

    const later = await browserContext.newPage()
    const stored = later.waitForResponse((answer) => answer.url().endsWith('/conversations'))
    await later.goto(`${website.url}/repairs`)
    assert.equal((await stored).status(), 201)
    const visitors = await Visitor.query().where('widget_id', world.widget.id)
    assert.lengthOf(visitors, 1)
    const messages = await Message.query().where({
      sender_type: 'visitor',
      content: 'From the train',
    })
    assert.lengthOf(
      messages.filter(({ senderId }) => senderId === visitors[0].id),
      1
    )
  })

  test('where the website can store nothing, the chat says to keep the page open, and sends', async ({
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    await browserContext.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Forbidden', 'SecurityError')
        },
      })
    })
    const unreachable = '**/conversations'
    await browserContext.route(unreachable, (route) => route.abort())
    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.openChat()
    await visitor.write('Kept on the page')
    await visitor.state('please keep this page open')
    await browserContext.unroute(unreachable)
    await visitor.state('Sent')
    await visitor.shows(['Kept on the page'])
  })
})
