import type { IncomingMessage } from 'node:http'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext, Response } from 'playwright'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'
import { ownServer } from '#tests/helpers/widget_client'

/** The product's answers from now on, those under way included. */
function watchResponses(context: BrowserContext) {
  const answers: Response[] = []
  context.on('response', (answer) => {
    if (answer.url().startsWith(ownServer())) answers.push(answer)
  })
  return answers
}

/** What this browser says that it is: pages that other tests have left behind may still be asking for something. */
const USER_AGENT = 'Mozilla/5.0 Opening'

/** What reaches the server from this browser from now on: not what it has kept. */
async function watchRequests(cleanup: TestContext['cleanup']) {
  const requests: string[] = []
  const node = (await app.container.make('server')).getNodeServer()!
  const note = ({ method, url, headers }: IncomingMessage) => {
    if (headers['user-agent'] !== USER_AGENT) return
    const path = new URL(url!, ownServer()).pathname
      .replace(/^\/p\/chat\/[^/]+\.js$/, '/loader')
      .replace(/^\/p\/chat\/[^/]+$/, '/frame')
      .replace(/^\/api\/widget\/[^/]+/, '')
    requests.push(`${method} ${path}`)
  }
  node.on('request', note)
  cleanup(() => void node.off('request', note))
  return requests
}

/** Those since the frame's document. */
const sinceFrame = (requests: string[]) => requests.slice(requests.lastIndexOf('GET /frame'))

/** Bodies as they crossed the wire; the stream goes on, and is none. */
async function bytesOf(answers: Response[]) {
  const ended = answers.filter((answer) => !answer.url().endsWith('/events'))
  const sizes = await Promise.all(ended.map((answer) => answer.request().sizes()))
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
}

/** All that an opening asks for, the stream included. */
const OPENING = ['GET /frame', 'POST /session', 'GET /events']
/** In bytes. */
const LIMIT = 20_480

/** What the head says when frames flow and nothing is missing, with no agent there. */
const LIVE = 'We’re away right now'

test.group('What opening the chat costs', () => {
  test('three requests and few bytes, for a new visitor and a returning one', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const context = await browser.newContext({ userAgent: USER_AGENT })
    cleanup(() => context.close())
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const visitor = await VisitorPage.visit(context, website.url)
    const answers = watchResponses(context)
    const requests = await watchRequests(cleanup)
    await visitor.openChat()
    await visitor.connection(LIVE)
    assert.deepEqual(sinceFrame(requests), OPENING)
    const bytes = await bytesOf(answers)
    assert.isAtMost(bytes, LIMIT)

    await visitor.write('Is the city bike in stock?')
    await visitor.state('Sent')
    await visitor.page.reload()
    await visitor.connection(LIVE)
    await visitor.shows(['Is the city bike in stock?'])
    assert.deepEqual(sinceFrame(requests), OPENING)
  })
})
