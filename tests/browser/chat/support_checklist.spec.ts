import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Browser } from 'playwright'
import KeptMail from '#chat/models/kept_mail'
import Message from '#chat/models/message'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'
import { anotherTab, openPortal } from '#tests/helpers/portal_page'

/** Longer than the mail of an unread reply waits. */
const LATER = { minutes: 6 }

interface Stage {
  browser: Browser
  cleanup: TestContext['cleanup']
}

/** A user of the portal and an agent of the same company, each in a browser of their own. */
async function scene({ browser, cleanup }: Stage) {
  const world = await ChatWorld.create()
  const [portal, desk] = [await browser.newContext(), await browser.newContext()]
  cleanup(async () => {
    await Promise.all([portal.close(), desk.close()])
  })
  const [customer, staff] = [
    await world.user('customer', 'Carla Customer'),
    await world.user('manager', 'Anna Agent'),
  ]
  const user = await openPortal(portal, customer)
  const agent = await AgentPage.logIn(desk, staff.email)
  return { world, portal, user, agent }
}

/** The same, with the user’s first message in front of the agent. */
async function underWay(stage: Stage) {
  const started = await scene(stage)
  const { world, user, agent } = started
  await user.openChat()
  await user.write('Where is my invoice?')
  await user.state('Sent')
  const conversation = await world.onlyConversation()
  await agent.visit(`/chat/${conversation.externalId}`)
  await agent.connection('live')
  return { ...started, conversation }
}

/** An agent at work outside of this browser. */
async function replying(world: ChatWorld, texts: string[]) {
  const agent = await world.agent('Bob Busy')
  for (const text of texts) await world.reply(await world.onlyConversation(), agent, text)
}

/** Settles when the server knows that the user has read all. */
async function readByUser(world: ChatWorld) {
  while ((await world.onlyConversation()).visitorUnreadCount) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test.group('The checklist of the support chat', () => {
  test('1: a user opens the widget and sends a message', async ({ assert, browser, cleanup }) => {
    const { world, user } = await scene({ browser, cleanup })
    await user.openChat()
    await user.write('Where is my invoice?')
    await user.state('Sent')
    const sent = await Message.query().where('tenant_id', world.tenantId).firstOrFail()
    assert.equal(sent.senderName, 'Carla Customer')
    assert.isTrue(sent.isVerified)
  })

  test('2: an agent sees the message arrive, marked as from the app', async ({
    browser,
    cleanup,
  }) => {
    const { user, agent } = await scene({ browser, cleanup })
    await agent.openInbox()
    await agent.connection('live')
    await user.openChat()
    await user.write('Where is my invoice?')
    const row = agent.rows.filter({ hasText: 'Carla Customer' })
    await row
      .filter({ hasText: 'Where is my invoice?' })
      .filter({ hasText: 'In the app' })
      .waitFor()
    // Drawn anew from a frame
    await user.write('It is from May')
    await row.filter({ hasText: 'It is from May' }).filter({ hasText: 'In the app' }).waitFor()
  })

  test('3: an agent replies, and the user sees it arrive', async ({ browser, cleanup }) => {
    const { user, agent } = await underWay({ browser, cleanup })
    await agent.reply('I am sending it again')
    await user.shows(['Where is my invoice?', 'I am sending it again'])
  })

  test('4: the badge on the button counts what is unread, on a new device as well', async ({
    browser,
    cleanup,
  }) => {
    const { world, user, portal } = await underWay({ browser, cleanup })
    await user.launcher.click()
    await replying(world, ['One', 'Two', 'Three'])
    await user.launcher.filter({ hasText: '3' }).waitFor()
    const customer = await world.user('customer')
    const phone = await browser.newContext()
    cleanup(() => phone.close())
    await phone.addCookies(await portal.cookies())
    const again = await anotherTab(phone)
    await again.launcher.filter({ hasText: '3' }).waitFor()
    // Another user of the same company has nothing to read
    const other = await browser.newContext()
    cleanup(() => other.close())
    const theirs = await openPortal(other, customer)
    await theirs.openChat()
    await theirs.shows([])
  })

  test('5: the badge goes when the widget is opened', async ({ browser, cleanup }) => {
    const { world, user } = await underWay({ browser, cleanup })
    await user.launcher.click()
    await replying(world, ['Here it is'])
    await user.launcher.filter({ hasText: '1' }).waitFor()
    await user.launcher.click()
    await user.shows(['Where is my invoice?', 'Here it is'])
    await user.launcher.click()
    await user.launcher.filter({ hasText: /^$/ }).waitFor()
    await readByUser(world)
  })

  test('6: the connection is shown as it is', async ({ browser, cleanup }) => {
    const { user, portal } = await underWay({ browser, cleanup })
    await user.frame.locator('.dot[data-state="live"]').waitFor()
    await portal.setOffline(true)
    await user.frame.locator('.dot[data-state="offline"]').waitFor()
    await portal.setOffline(false)
    await user.frame.locator('.dot[data-state="live"]').waitFor()
  })

  test('7: an agent archives the conversation, and brings it back', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent, conversation } = await underWay({ browser, cleanup })
    const by = await world.agent()
    await world.chat.conversations.archive(await world.stored(conversation), by)
    await agent.visit('/chat?filter=archived')
    await agent.rows.filter({ hasText: 'In the app' }).waitFor()
    await agent.openConversation('Carla Customer')
    await agent.page.locator('[data-menu="more"] > summary').click()
    await agent.page.getByRole('button', { name: 'Restore from archive' }).click()
    await agent.page.locator('.chat-head__app').waitFor()
    await agent.visit('/chat')
    await agent.rows.filter({ hasText: 'Carla Customer' }).waitFor()
    assert.isNull((await world.stored(conversation)).archivedAt)
  })

  test('8: the user’s next message brings an archived conversation back', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, user, agent, conversation } = await underWay({ browser, cleanup })
    const by = await world.agent()
    await world.chat.conversations.close(await world.stored(conversation), by)
    await world.chat.conversations.archive(await world.stored(conversation), by)
    await agent.visit('/chat')
    await agent.connection('live')
    await user.write('It has not come yet')
    await user.state('Sent')
    await agent.rows.filter({ hasText: 'It has not come yet' }).waitFor()
    assert.equal((await world.onlyConversation()).id, conversation.id)
  })

  test('9: an unread reply goes out by email after five minutes', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, user } = await underWay({ browser, cleanup })
    await user.launcher.click()
    await replying(world, ['Here it is'])
    await after(world, { minutes: 4 })
    assert.isNull(await KeptMail.findBy('tenant_id', world.tenantId))
    await after(world, LATER)
    const mail = await KeptMail.findByOrFail('tenant_id', world.tenantId)
    assert.include(mail.text, 'Here it is')
    assert.include(mail.recipient, 'Carla Customer')
  })

  test('10: a reply that was read does not', async ({ assert, browser, cleanup }) => {
    const { world, user } = await underWay({ browser, cleanup })
    await replying(world, ['Here it is'])
    await user.shows(['Where is my invoice?', 'Here it is'])
    await readByUser(world)
    await after(world, LATER)
    assert.isNull(await KeptMail.findBy('tenant_id', world.tenantId))
  })

  test('11: messages stand in the order in which they were written', async ({
    browser,
    cleanup,
  }) => {
    const { user, agent } = await underWay({ browser, cleanup })
    const texts = ['Where is my invoice?']
    for (const round of [1, 2, 3]) {
      texts.push(`Answer ${round}`, `Question ${round}`)
      await agent.reply(`Answer ${round}`)
      await user.shows(texts.slice(0, -1))
      await user.write(`Question ${round}`)
      await user.state('Sent')
    }
    await agent.shows(texts)
    await user.shows(texts)
    await user.page.reload()
    await user.shows(texts)
  })

  test('12: no message appears twice, in two tabs and after a lost answer', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, user, agent, portal } = await underWay({ browser, cleanup })
    const other = await anotherTab(portal)
    await other.launcher.click()
    await other.shows(['Where is my invoice?'])
    // The server has stored it, and its answer is lost
    let lost = 0
    await portal.route('**/messages', async (route) => {
      if (route.request().method() !== 'POST' || lost) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort()
    })
    await user.write('Once only')
    await user.state('Sent')
    await agent.reply('Got it')
    const texts = ['Where is my invoice?', 'Once only', 'Got it']
    for (const page of [user, other, agent]) await page.shows(texts)
    const messages = await Message.query().where({ tenant_id: world.tenantId, type: 'text' })
    assert.equal(lost, 1)
    assert.lengthOf(messages, 3)
  })
})
