import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { lengthen, saying } from '../../functional/chat/search/library.js'

const LONG = 1200

/** An agent's tab, a visitor with a long thread, and others. */
async function scene(browserContext: Parameters<typeof AgentPage.logIn>[0]) {
  const world = await ChatWorld.create()
  const user = await world.user()
  const guest = await world.guest({ name: 'Long Talker' })
  const { conversation } = await world.start(guest, 'Hello')
  const texts = Array.from({ length: LONG }, (_, index) => `Line ${index + 2}`)
  texts[298] = 'The platypus stands here'
  await lengthen(conversation, texts)
  await saying(world, 'Hello', { name: 'Jane Doe', email: 'jane@acme.example' })
  const agent = await AgentPage.logIn(browserContext, user.email)
  await agent.openInbox()
  await agent.connection('live')
  return { world, user, guest, conversation, agent, page: agent.page }
}

test.group('Searching in the inbox', () => {
  test('"/" leads to the field, typing finds, Escape brings the list back', async ({
    browserContext,
    assert,
  }) => {
    const { agent, page, world } = await scene(browserContext)
    const field = page.getByRole('searchbox')
    await page.keyboard.press('/')
    assert.isTrue(await field.evaluate((element) => element === document.activeElement))
    await page.keyboard.type('acme')
    await page.getByRole('status').filter({ hasText: '1 conversation found' }).waitFor()
    await agent.rows.filter({ hasText: 'Jane Doe' }).locator('mark', { hasText: 'acme' }).waitFor()
    assert.equal(await agent.rows.count(), 1)
    assert.match(page.url(), /filter=all&q=acme$/)

    // Another visitor writes meanwhile: only matches come in
    await saying(world, 'Nothing to do with it')
    const other = await saying(world, 'About acme', { name: 'New One' })
    await agent.rows.filter({ hasText: 'New One' }).waitFor()
    assert.equal(await agent.rows.count(), 2)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/chat\/[0-9a-f-]{36}\?filter=all&q=acme/)

    await field.focus()
    await page.keyboard.press('Escape')
    await agent.rows.filter({ hasText: 'Long Talker' }).waitFor()
    assert.equal(await field.inputValue(), '')
    assert.match(page.url(), /filter=open$/)
    assert.isNotNull(other)
  })

  test('a whole address shows its visitor first, and everything else comes in without a click', async ({
    browserContext,
    assert,
  }) => {
    const { agent, page, world } = await scene(browserContext)
    await saying(world, 'Write to jane@acme.example', { name: 'Someone' })
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(/\/chat\/list\?.*cursor=/, async (route) => {
      await held
      await route.continue()
    })
    await page.keyboard.press('/')
    await page.keyboard.insertText('jane@acme.example')
    const status = page.getByRole('status')
    await status.filter({ hasText: '1 conversation found so far' }).waitFor()
    assert.equal(await agent.rows.count(), 1)
    await agent.rows.locator('mark', { hasText: 'jane@acme.example' }).waitFor()
    await page.getByRole('link', { name: 'Search names and messages' }).waitFor()
    release()
    await status.filter({ hasText: /^2 conversations found$/ }).waitFor()
    assert.match(await agent.rows.nth(0).innerText(), /Jane Doe/)
    assert.match(await agent.rows.nth(1).innerText(), /Someone/)
    assert.equal(await page.locator('[data-more]').count(), 0)

    // A page that is loaded under the search goes on as well
    await page.reload()
    await agent.rows.filter({ hasText: 'Someone' }).waitFor()
  })

  test('a match opens the thread there; reading on leads to the end, and live from then on', async ({
    browserContext,
    assert,
  }) => {
    const { agent, page, guest, world } = await scene(browserContext)
    await page.keyboard.press('/')
    await page.keyboard.type('platypus')
    await agent.rows.locator('mark', { hasText: 'platypus' }).click()
    const hit = page.locator('#message-300')
    await hit.locator('mark', { hasText: 'platypus' }).waitFor()
    const isInView = () =>
      hit.evaluate((element) => {
        const box = element.closest('.chat-thread__scroll')!.getBoundingClientRect()
        const { top, bottom } = element.getBoundingClientRect()
        return top >= box.top && bottom <= box.bottom
      })
    assert.isTrue(await isInView())
    assert.match(page.url(), /&at=300$/)

    // What is new does not move what is being read, nor does it come in with a gap before it
    await world.start(guest, 'Brand new')
    await agent.rows.filter({ hasText: 'Long Talker' }).first().waitFor()
    assert.isTrue(await isInView())
    assert.equal(await page.getByText('Brand new', { exact: true }).count(), 0)

    const box = page.locator('.chat-thread__scroll')
    const shown = () =>
      page
        .locator('[data-seq]')
        .evaluateAll((all) => all.map((each) => Number((each as HTMLElement).dataset.seq)))
    const before = (await shown()).at(-1)!
    await box.evaluate((element) => (element.scrollTop = element.scrollHeight))
    await page.locator(`#message-${before + 60}`).waitFor()
    const seqs = await shown()
    assert.deepEqual(
      seqs,
      seqs.map((_, index) => seqs[0] + index)
    )

    await page.getByRole('link', { name: 'Newest messages' }).click()
    await page.locator('.chat-message__text', { hasText: 'Brand new' }).waitFor()
    await world.start(guest, 'And another')
    await page.locator('.chat-message__text', { hasText: 'And another' }).waitFor()
    assert.notInclude(page.url(), 'at=')
  }).timeout(30_000)

  test('a reply from the middle of a thread stands at its end', async ({
    browserContext,
    assert,
  }) => {
    const { agent, page, conversation, world } = await scene(browserContext)
    await page.goto(`${page.url().split('/chat')[0]}/chat/${conversation.externalId}?at=300`)
    await agent.connection('live')
    await page.locator('#message-300[data-match]').waitFor()
    await agent.reply('I have read it all')
    const reply = page.locator('.chat-message__text', { hasText: 'I have read it all' })
    await page.locator(`#message-${LONG + 1}`).waitFor()
    await reply.first().waitFor()
    await page.locator('.chat-message--pending').waitFor({ state: 'detached' })
    assert.equal(await reply.count(), 1)
    const { messages } = await world.chat.inbox.thread(conversation, {
      limit: 3,
      visibility: 'public',
    })
    assert.equal(messages.at(-1)!.content, 'I have read it all')
  }).timeout(30_000)

  test('what is shown is exported', async ({ browserContext, assert }) => {
    const { page } = await scene(browserContext)
    await page.keyboard.press('/')
    await page.keyboard.type('acme')
    await page.getByRole('status').filter({ hasText: '1 conversation found' }).waitFor()
    await page.locator('[data-menu="filters"] > summary').click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export this list (CSV)' }).click()
    const download = await downloading
    assert.match(download.suggestedFilename(), /^conversations-all-\d{4}-\d\d-\d\d\.csv$/)
    const text = await readFile(await download.path(), 'utf8')
    const lines = text.trimEnd().split('\r\n')
    assert.lengthOf(lines, 2)
    assert.include(lines[1], '"Jane Doe","jane@acme.example"')
  })

  test('back and forward go through what was searched, and the field says it', async ({
    browserContext,
    assert,
  }) => {
    const { agent, page } = await scene(browserContext)
    const field = page.getByRole('searchbox')
    await page.keyboard.press('/')
    await page.keyboard.type('jane')
    await page.getByRole('status').filter({ hasText: '1 conversation found' }).waitFor()
    await field.evaluate((element) => (element as HTMLElement).blur())
    await page.goBack()
    await agent.rows.filter({ hasText: 'Long Talker' }).waitFor()
    assert.equal(await field.inputValue(), '')
    await page.goForward()
    await agent.rows.filter({ hasText: 'Long Talker' }).waitFor({ state: 'detached' })
    assert.equal(await field.inputValue(), 'jane')
  })
})
