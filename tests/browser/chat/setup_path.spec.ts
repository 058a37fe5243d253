/// <reference lib="dom" />
import { test } from '@japa/runner'
import Widget from '#chat/models/widget'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

/** A tenant without a widget whose module is off, and the user who switches it on. */
async function nothingYet() {
  const world = await ChatWorld.create()
  await world.chat.widgets.remove(world.widget, null)
  await world.setModule(false)
  return { world, owner: await world.user('owner', 'Olga Owner') }
}

test.group('From nothing to the first visit', () => {
  test('by the set-up path alone, each step following the one before it', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, owner } = await nothingYet()
    const [admins, visitors] = [await browser.newContext(), await browser.newContext()]
    cleanup(async () => void (await Promise.all([admins.close(), visitors.close()])))
    const admin = await AgentPage.logIn(admins, owner.email)
    const { page } = admin
    const pill = (count: number) =>
      page.locator('.chat-badge', { hasText: `${count} of 5 done` }).waitFor()
    const step = (name: string, state: string) =>
      page.locator(`#step-${name}[data-state="${state}"]`).waitFor()

    await admin.visit('/settings/modules')
    const chat = page.locator('.crm-module', { hasText: 'Live Chat' })
    await chat.getByRole('button', { name: 'Enable' }).click()
    await pill(1)
    await step('widget', 'next')

    await page.getByLabel('Name').fill('Shop window')
    await page.getByRole('button', { name: 'Create widget' }).click()
    await pill(2)
    await step('website', 'next')
    const [widget] = await world.chat.widgets.list(world.tenantId)
    const [website, elsewhere] = [
      await startWebsite(widget.publicKey),
      await startWebsite(widget.publicKey),
    ]
    cleanup(async () => void (await Promise.all([website.close(), elsewhere.close()])))

    await page.getByLabel('Website address').fill(`${website.url}/contact?from=me`)
    await page.getByRole('button', { name: 'Allow this website' }).first().click()
    await pill(3)
    await step('visit', 'next')
    await page.getByText('Waiting for the first visit…').waitFor()

    /** A website that is not allowed has no chat; the admin's page names it without a reload. */
    await page.evaluate(() => ((window as any).isSamePage = true))
    const stranger = await visitors.newPage()
    await stranger.goto(elsewhere.url)
    const hint = page.locator('.chat-refused')
    await hint.filter({ hasText: `${elsewhere.url}, which isn’t on your list` }).waitFor()
    assert.equal(await stranger.locator('crm-chat').count(), 0)
    assert.deepEqual(await findings(page), [])

    const [tab] = await Promise.all([
      admins.waitForEvent('page'),
      page.getByRole('link', { name: 'Open test page' }).click(),
    ])
    const visitor = await VisitorPage.visit(admins, tab.url())
    await tab.close()
    await visitor.openChat()
    await visitor.write('Is this thing on?')
    await visitor.frame.getByLabel('Name').fill('Jane Doe')
    await visitor.frame.getByLabel('Email').fill('jane@home.example')
    await visitor.frame.getByRole('button', { name: 'Continue' }).click()
    await visitor.state('Sent')
    await page.bringToFront()
    await pill(4)
    await step('trial', 'done')
    await step('visit', 'next')

    await VisitorPage.visit(visitors, website.url)
    await page.locator('.chat-visit[data-state="visited"]').waitFor()
    await page.getByText(`First visit received from ${website.url}.`).waitFor()
    await pill(5)
    await step('visit', 'done')
    await hint.waitFor({ state: 'hidden' })
    assert.equal(await page.locator('[aria-current="step"]').count(), 0)
    assert.isTrue(await page.evaluate(() => (window as any).isSamePage))

    await page.getByRole('link', { name: 'Go to inbox' }).click()
    await admin.rows.filter({ hasText: 'Is this thing on?' }).getByRole('link').click()
    await admin.shows(['Is this thing on?'])
  }).timeout(90_000)

  test('a website that was forgotten is allowed from the notice of its visit', async ({
    browser,
    cleanup,
    assert,
  }) => {
    const world = await ChatWorld.create({ allowedOrigins: ['https://shop.example'] })
    const website = await startWebsite(world.widget.publicKey)
    const [admins, visitors] = [await browser.newContext(), await browser.newContext()]
    cleanup(async () => {
      await Promise.all([admins.close(), visitors.close(), website.close()])
    })
    const admin = await AgentPage.logIn(admins, (await world.user('manager')).email)
    await admin.visit('/settings/chat-widgets/setup')
    await (await visitors.newPage()).goto(website.url)
    const hint = admin.page.locator('.chat-refused')
    await hint.getByRole('button', { name: 'Allow this website' }).click()
    await admin.page.getByText(`Allowed on: https://shop.example, ${website.url}`).waitFor()
    await VisitorPage.visit(visitors, website.url)
    await admin.page.locator('.chat-visit[data-state="visited"]').waitFor()
    assert.equal((await Widget.findOrFail(world.widget.id)).firstSeenOrigin, website.url)
  })
})
