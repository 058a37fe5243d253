import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Page } from 'playwright'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { withoutDueWorker } from '#tests/helpers/due_actions'
import { tuneStreams } from '#tests/helpers/visitor_stream'

/** No heartbeat comes meanwhile: when thousands of messages were written before, one has every page reload all. */
const framesAlone = (cleanup: TestContext['cleanup']) =>
  tuneStreams(cleanup, { heartbeatSeconds: 120 })

/** What the page asks the chat for from now on, as methods and paths; rows of one conversation are left out. */
function requestsOf(page: Page, besides?: string) {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (besides && searchParams.get('ids') === besides) return
    if (pathname.startsWith('/chat/')) asked.push(`${request.method()} ${pathname}`)
  })
  return asked
}

/** The row and the messages on the screen, and as the server renders them now, in one spelling. */
function bothWays(page: Page, id: string) {
  return page.evaluate(async (conversation) => {
    const spell = (element: Element): unknown => [
      element.tagName,
      Object.fromEntries(
        [...element.attributes]
          .filter(({ name }) => name !== 'data-continued')
          .map(({ name, value }) => [
            name,
            name === 'class' ? [...new Set(value.trim().split(/\s+/))].sort() : value,
          ])
          .sort()
      ),
      [...element.childNodes].flatMap((node) => {
        if (node instanceof Element) return [spell(node)]
        const text = node.textContent!.replace(/\s+/g, ' ').trim()
        return text ? [text] : []
      }),
    ]
    const ask = async (path: string) => {
      const answer = await fetch(path, { headers: { Accept: 'application/json' } })
      const template = document.createElement('template')
      template.innerHTML = (await answer.json()).html
      return template.content
    }
    const { query } = document.querySelector<HTMLElement>('.chat-inbox')!.dataset
    const row = `[data-row="${conversation}"]`
    const rows = await ask(`/chat/rows?${query}&ids=${conversation}&current=${conversation}`)
    const thread = await ask(`/chat/${conversation}/messages?after=0`)
    const spellAll = (root: ParentNode, selector: string) =>
      [...root.querySelectorAll(selector)].map(spell)
    return {
      drawn: [spellAll(document, row), spellAll(document, '[data-seq].chat-message')],
      rendered: [spellAll(rows, row), spellAll(thread, '[data-seq].chat-message')],
    }
  }, id)
}

test.group('What is drawn from frames', (group) => {
  // A notification that is raised meanwhile asks for the bell's list
  group.setup(withoutDueWorker)

  test('is what the server would render, costs no request, and holds no one’s markup', async ({
    assert,
    browser,
    cleanup,
  }) => {
    await framesAlone(cleanup)
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const anna = await world.agent('Anna Agent', user)
    const bob = await world.agent('Bob Busy')
    const { conversation, visitor } = await world.chatting({ name: 'Jane <Doe>' })
    const other = await world.chatting({ name: 'The other one' })
    const label = await world.chat.labels.create(world.tenantId, { name: 'VIP', color: '#336699' })
    await world.chat.conversations.triage.addLabel(conversation, label, anna)
    await world.chat.conversations.triage.setPriority(conversation, 'high', anna)
    await world.chat.conversations.assign(conversation, anna, anna)

    const page = await AgentPage.inNewBrowser({ browser, cleanup }, user.email, {
      timezoneId: 'Pacific/Auckland',
    })
    await page.openInbox()
    await page.openConversation('Jane')
    await page.connection('live')
    const id = conversation.externalId
    const row = page.page.locator(`[data-row="${id}"]`)
    await row.locator('.chat-unread').waitFor({ state: 'detached' })
    // Rows are asked for in order: by then all is that an answer of the page's beginning may have taken back
    await world.chat.conversations.triage.addLabel(other.conversation, label, anna)
    await page.rows.filter({ hasText: 'The other one' }).getByText('VIP').waitFor()
    const asked = requestsOf(page.page, other.conversation.externalId)

    const say = (content: string) =>
      world.chat.messages.visitor.post(visitor, id, {
        content,
        clientMessageId: crypto.randomUUID(),
      })
    const shown = (text: string) => page.thread.getByText(text).waitFor()
    const same = async () => {
      // A mark of what was read may still be under way
      for (let look = 0; look < 20; look += 1) {
        const { drawn, rendered } = await bothWays(page.page, id)
        if (look < 19 && JSON.stringify(drawn) !== JSON.stringify(rendered)) continue
        assert.deepEqual(drawn, rendered)
        return
      }
    }
    await say('<img src=x onerror=alert(1)> see https://a.example/x?y="1" or (http://b.example/ä).')
    await shown('or (http')
    await row.locator('.chat-wait').waitFor()
    await page.page.locator('.chat-head .chat-wait').waitFor()
    await say('And another one')
    await shown('And another one')
    await row.locator('.chat-unread').waitFor({ state: 'detached' })
    await page.reply('My own answer')
    await row.getByText('You: ').waitFor()
    await page.page.locator('.chat-pendings > *').waitFor({ state: 'detached' })
    await world.reply(conversation, bob, 'From a teammate')
    await row.getByText('Bob: From a teammate').waitFor()
    await world.chat.messages.reads.byVisitor(conversation, 9)
    await page.thread.locator('[data-seen]').getByText('From a teammate').waitFor()
    await world.chat.messages.visitor.post(other.visitor, other.conversation.externalId, {
      content: 'Here, too',
      clientMessageId: crypto.randomUUID(),
    })
    await page.rows.first().getByText('Here, too').waitFor()
    await page.page.waitForFunction(() => document.title.startsWith('(1) '))
    assert.isEmpty(asked.filter((each) => each.startsWith('GET')))
    /** Gathered: fewer than the messages, however slow the machine is. */
    assert.isAtMost(asked.filter((each) => each.endsWith('/read')).length, 3)

    await same()
    assert.equal(await page.thread.locator('a').count(), 2)
    assert.equal(await page.thread.locator('img').count(), 0)
    await page.page.reload()
    await page.connection('live')
    await say('After the reload')
    await shown('After the reload')
    await same()

    await page.page.goto(new URL(`/chat/${id}?filter=open&sort=waiting`, page.page.url()).href)
    await page.connection('live')
    await say('In another order')
    await shown('In another order')
    await same()
    await page.rows.first().getByText('The other one').waitFor()
  })

  test('keeps to the order by priority, without a request', async ({
    assert,
    browser,
    cleanup,
  }) => {
    await framesAlone(cleanup)
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const anna = await world.agent('Anna Agent', user)
    const [low, first, second, urgent] = [
      await world.chatting({ name: 'Low' }),
      await world.chatting({ name: 'First' }),
      await world.chatting({ name: 'Second' }),
      await world.chatting({ name: 'Urgent' }),
    ]
    await world.chat.conversations.triage.setPriority(low.conversation, 'low', anna)
    await world.chat.conversations.triage.setPriority(urgent.conversation, 'urgent', anna)
    const page = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
    await page.visit('/chat?filter=open&sort=priority')
    await page.connection('live')
    const order = () => page.page.locator('.chat-row__name').allTextContents()
    assert.deepEqual(await order(), ['Urgent', 'Second', 'First', 'Low'])

    const asked = requestsOf(page.page)
    const says = async (guest: typeof low, text: string) => {
      await world.start(guest, text)
      await page.rows.filter({ hasText: text }).waitFor()
    }
    await says(first, 'Newer than the second')
    assert.deepEqual(await order(), ['Urgent', 'First', 'Second', 'Low'])
    await says(low, 'The newest of all')
    assert.deepEqual(await order(), ['Urgent', 'First', 'Second', 'Low'])
    await says(second, 'Newer again')
    assert.deepEqual(await order(), ['Urgent', 'Second', 'First', 'Low'])
    assert.isEmpty(asked.filter((each) => each.startsWith('GET')))
  })
})
