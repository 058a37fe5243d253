/// <reference lib="dom" />
import { test } from '@japa/runner'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'
import { visitorOf } from '#tests/helpers/website_visitor'

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

  test('a message written while the frame asks for what is stored stands in the thread, and is sent', async ({
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    // The last answer of the website arrives with the key that sends
    await browserContext.addInitScript(() => {
      if (window.parent === window) return
      const add = window.addEventListener.bind(window)
      const held: (() => void)[] = []
      let answers = 0
      const late = (listener: (event: Event) => void) => (event: MessageEvent) => {
        if (event.data?.type === 'init' && ++answers > 2) held.push(() => listener(event))
        else listener(event)
      }
      window.addEventListener = (type: string, listener: any, options: any) =>
        add(type, type === 'message' ? (late(listener) as EventListener) : listener, options)
      add('keydown', ({ key }) => key === 'Enter' && held.splice(0).forEach((hear) => hear()))
    })
    const session = browserContext.waitForEvent('response', (answer) =>
      answer.url().endsWith('/session')
    )
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    await session
    await visitor.write('As fast as I can')
    await visitor.state('Sent')
    await visitor.shows(['As fast as I can'])
  })

  test('where the website can store nothing, the chat says to keep the page open, and sends', async ({
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    await browserContext.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Forbidden', 'SecurityError')
        },
      })
    })
    const unreachable = '**/conversations'
    await browserContext.route(unreachable, (route) => route.abort())
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    await visitor.write('Kept on the page')
    await visitor.state('please keep this page open')
    await browserContext.unroute(unreachable)
    await visitor.state('Sent')
    await visitor.shows(['Kept on the page'])
  })
})
