import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContextOptions, Page } from 'playwright'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { Receiver, verifies } from '#tests/helpers/webhook_receiver'

const LIST = '/settings/chat-webhooks'

/** An admin at the settings, and a server of theirs. */
async function atSettings({ browser, cleanup }: BrowserTools, options: BrowserContextOptions = {}) {
  const world = await ChatWorld.create()
  const user = await world.user('admin')
  const admin = await AgentPage.inNewBrowser({ browser, cleanup }, user.email, options)
  await admin.visit(LIST)
  return { world, admin, page: admin.page, receiver: await Receiver.start(cleanup) }
}

/** Fills in the form and answers with the secret that is then shown. */
async function make(page: Page, url: string) {
  await page.getByRole('link', { name: 'Add a webhook' }).click()
  await page.getByLabel('URL', { exact: true }).fill(url)
  await page.getByLabel('Description').fill('Warehouse')
  await page.getByLabel('Allow private network addresses').check()
  await page.getByLabel('Conversation updated').check()
  await page.getByRole('button', { name: 'Create webhook' }).click()
  return (await page.getByLabel('Secret', { exact: true }).textContent())!.trim()
}

/** Without a script a page shows what has become of something when it is loaded again. */
async function visitUntil(admin: AgentPage, text: string) {
  const path = new URL(admin.page.url()).pathname
  do await admin.visit(path)
  while ((await admin.page.getByText(text).count()) === 0)
}

test.group('An admin and their webhook', () => {
  test('from the first look to the second try, without script', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, admin, page, receiver } = await atSettings(
      { browser, cleanup },
      { javaScriptEnabled: false }
    )
    receiver.says(503)
    const secret = await make(page, receiver.url)
    assert.match(secret, /^whsec_/)
    await page.reload()
    assert.notInclude(await page.content(), secret)

    await page.getByRole('button', { name: 'Send test event' }).click()
    await page.getByText('Test event sent').waitFor()
    await receiver.gets(1)
    assert.isTrue(verifies(receiver.received[0], secret))
    await visitUntil(admin, 'The server responded with an error')
    assert.equal(await page.locator('.chat-page-head .chat-badge--bad').count(), 1)

    receiver.says(200)
    await page.getByRole('button', { name: 'Resend' }).click()
    await receiver.gets(2)
    await visitUntil(admin, 'Delivered')
    await page.getByText('"The webhook works."').waitFor()

    await admin.visit(LIST)
    await page.getByText('Healthy').waitFor()
    await page.getByRole('link', { name: 'Warehouse' }).click()
    await page.getByText('Delete webhook').click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByText('No webhooks yet').waitFor()
    assert.lengthOf(await world.chat.webhooks.list(world.tenantId), 0)
  }).timeout(30_000)

  test('by keyboard alone, and the secret is copied', async ({ assert, browser, cleanup }) => {
    const { page, receiver } = await atSettings(
      { browser, cleanup },
      { permissions: ['clipboard-read', 'clipboard-write'] }
    )
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.getByRole('link', { name: 'Add a webhook' }).focus()
    await press('Enter')
    await page.getByLabel('URL', { exact: true }).focus()
    await page.keyboard.type(receiver.url)
    await press('Tab', 'Tab', 'Space', 'Enter')
    const secret = await page.getByLabel('Secret', { exact: true }).textContent()
    const copy = page.locator('#new-secret').getByRole('button', { name: 'Copy' })
    await copy.focus()
    await press('Enter')
    await page.locator('#new-secret').getByText('Copied').waitFor()
    const copied = await page.evaluate('navigator.clipboard.readText()')
    assert.equal(copied, secret!.trim())
  }).timeout(30_000)

  test('axe finds nothing wrong, and nothing sticks out, in the light, the dark and the hand', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const looks: BrowserContextOptions[] = [
      { colorScheme: 'light', viewport: { width: 1024, height: 800 } },
      { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
    ]
    for (const look of looks) {
      const { admin, page, receiver } = await atSettings({ browser, cleanup }, look)
      await isFine(page, assert)
      receiver.says(500)
      await make(page, receiver.url)
      await isFine(page, assert)
      const { pathname } = new URL(page.url())
      await page.getByRole('button', { name: 'Send test event' }).click()
      await receiver.gets(1)
      await admin.visit(pathname)
      await isFine(page, assert)
      await page.getByRole('link', { name: 'Test' }).click()
      await isFine(page, assert)
      await admin.visit(`${pathname}/edit`)
      await page.getByLabel('URL', { exact: true }).fill('http://169.254.169.254/')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByText('isn’t a public address').waitFor()
      await isFine(page, assert)
      await admin.visit(LIST)
      await isFine(page, assert)
    }
  }).timeout(60_000)
})

async function isFine(page: Page, assert: TestContext['assert']) {
  assert.deepEqual(await findings(page), [], page.url())
  const excess = 'document.documentElement.scrollWidth - innerWidth'
  assert.isAtMost(Number(await page.evaluate(excess)), 0, page.url())
}
