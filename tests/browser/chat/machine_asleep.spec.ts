/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import type Conversation from '#chat/models/conversation'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { SleepyNetwork } from '#tests/helpers/sleepy_network'

const TEN_MINUTES = 600_000

type Chat = Guest & { conversation: Conversation }

/** An agent with a list of so many conversations on the screen, and a machine that can sleep. */
async function atWork({ browser, cleanup }: BrowserTools, count: number) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const anna = await world.agent('Anna Agent', user)
  const chats: Chat[] = []
  for (let n = 1; n <= count; n += 1) chats.push(await world.chatting({ name: `Visitor ${n}` }))

  const network = await SleepyNetwork.start()
  const context = await browser.newContext()
  const elsewhere = await browser.newContext()
  cleanup(async () => {
    await Promise.all([context.close(), elsewhere.close()])
    network.close()
  })
  await context.clock.install()
  const agent = await AgentPage.logIn(context, user.email, network.url)
  const other = await AgentPage.logIn(elsewhere, user.email)
  await agent.openInbox()
  await agent.connection('live')

  /** Sleeps while something happens, and answers when it woke up; by then another page shows all of it. */
  async function sleep(meanwhile: () => Promise<unknown>) {
    const machine = await context.newCDPSession(agent.page)
    await machine.send('Page.setWebLifecycleState', { state: 'frozen' })
    network.sleep()
    await meanwhile()
    await other.visit('/chat')
    await other.connection('live')
    await machine.send('Page.setWebLifecycleState', { state: 'active' })
    await agent.page.clock.setSystemTime(Date.now() + TEN_MINUTES)
    return Date.now()
  }

  /** Settles when all that the agent sees is what the other page says. */
  async function isRight(wokeAt: number, within = 3000) {
    for (;;) {
      const [shown, wanted] = [await screen(agent.page), await screen(other.page)]
      const isSame = JSON.stringify(shown) === JSON.stringify(wanted)
      if (isSame && Date.now() - wokeAt <= within) return Date.now() - wokeAt
      if (Date.now() - wokeAt > within) {
        const [a, b] = [shown, wanted].map((each) => JSON.stringify(each, null, 1))
        throw new Error(`After ${Date.now() - wokeAt} ms the agent sees ${a} instead of ${b}`)
      }
      await agent.page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }
  return { world, anna, chats, agent, sleep, isRight }
}

/** Rows from top to bottom, tabs and the number in the sidebar, as they can be read. */
function screen(page: Page) {
  return page.evaluate(() => ({
    rows: [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) =>
      [...row.querySelectorAll('.chat-row__name, .chat-row__preview, .chat-initials, .chat-unread')]
        .concat([...row.querySelectorAll('.chat-status, .chat-priority, .chat-label')])
        .map((part) => part.textContent!.replace(/\s+/g, ' ').trim())
        .join(' | ')
    ),
    tabs: document.querySelector('.chat-filters')!.textContent!.replace(/\s+/g, ' ').slice(0, 60),
    sidebar: document.getElementById('chat-sidebar-unread')!.textContent,
  }))
}

test.group('A machine that has slept for ten minutes', () => {
  test('shows every row as it is within three seconds of waking up', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, anna, chats, agent, sleep, isRight } = await atWork({ browser, cleanup }, 14)
    const mate = await world.agent('Bob Busy')
    const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
    await agent.openConversation('Visitor 14')
    await agent.shows(['Hello'])
    const rowsThen = (await screen(agent.page)).rows

    const wokeAt = await sleep(async () => {
      const [, b, c, d, e, f, g, h, i, j, k] = chats.map(({ conversation }) => conversation)
      await world.start(chats[0], 'Is anybody there?')
      await world.start(chats[0], 'Hello?')
      await world.reply(b, mate, 'Bob is on it')
      await world.chat.conversations.assign(c, anna, mate)
      await world.chat.conversations.resolve(d, mate)
      await world.chat.conversations.close(e, mate)
      await world.chat.conversations.archive(f, mate)
      await world.chat.conversations.removal.remove(g, mate)
      await world.chat.conversations.triage.setPriority(h, 'urgent', mate)
      await world.chat.conversations.triage.addLabel(i, label, mate)
      await world.reply(j, mate, 'Only for us', true)
      await world.chat.messages.reads.byAgent(k, 1)
      await world.chat.visitors.identify(chats[11].visitor, { name: 'Jane Doe' })
      await world.chatting({ name: 'Newcomer' })
      await world.reply(chats[13].conversation, mate, 'Answered meanwhile')
    })
    const after = await isRight(wokeAt)
    assert.isAtMost(after, 3000)
    const { rows } = await screen(agent.page)
    assert.lengthOf(rows, 11)
    assert.notDeepEqual(rows, rowsThen)
    await agent.shows(['Hello', 'Answered meanwhile'], 1000)
    await agent.connection('live')
    await world.start(chats[12], 'Live again')
    await agent.rows.filter({ hasText: 'Live again' }).waitFor({ timeout: 2000 })
  })

  test('holds what its agent writes before the network is back, when more had been written', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, chats, agent, sleep } = await atWork({ browser, cleanup }, 1)
    const context = agent.page.context()
    await agent.openConversation('Visitor 1')
    await agent.composer.fill('We will send it today')
    await sleep(async () => {
      await world.start(chats[0], 'Please cancel my order')
      await context.setOffline(true)
    })
    await agent.composer.press('Enter')
    await agent.page.getByText('Not sent: No connection').waitFor()
    await agent.page.waitForTimeout(2500)
    await context.setOffline(false)
    await agent.page.getByText('Visitor 1 wrote before your reply went out').waitFor()
    await agent.shows(['Hello', 'Please cancel my order'])
    assert.equal(await agent.composer.inputValue(), 'We will send it today')
    await agent.rows.filter({ hasText: 'Please cancel my order' }).waitFor()
    await agent.rows.locator('.chat-unread').waitFor({ state: 'detached' })
  })

  test('leaves no gap in a list that many new conversations have been put on top of', async ({
    browser,
    cleanup,
  }) => {
    const { world, agent, sleep } = await atWork({ browser, cleanup }, 32)
    await agent.page.getByRole('link', { name: 'Load more' }).dispatchEvent('click')
    await agent.rows.nth(31).waitFor()
    await sleep(async () => {
      for (let n = 1; n <= 35; n += 1) await world.chatting({ name: `Newcomer ${n}` })
    })
    await agent.rows.filter({ hasText: 'Newcomer 35' }).waitFor({ timeout: 3000 })
    const more = agent.page.getByRole('link', { name: 'Load more' })
    for (let known = await agent.rows.count(); known < 67; known = await agent.rows.count()) {
      await more.dispatchEvent('click')
      await agent.rows.nth(known).waitFor()
    }
    const names = await agent.rows.locator('.chat-row__name').allTextContents()
    const wanted = [
      ...Array.from({ length: 35 }, (_, n) => `Newcomer ${35 - n}`),
      ...Array.from({ length: 32 }, (_, n) => `Visitor ${32 - n}`),
    ]
    if (names.join() !== wanted.join()) throw new Error(names.join(', '))
  })
})
