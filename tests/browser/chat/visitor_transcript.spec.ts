/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import KeptMail from '#chat/models/kept_mail'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'
import { visitorOf, visitorWhoWrote } from '#tests/helpers/website_visitor'

test.group('Transcripts in the browser (W20)', () => {
  test('a visitor saves the conversation, and it opens without a network', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    assert.isFalse(await visitor.frame.getByLabel('Save conversation').isVisible())
    await visitor.write('Where is my order?')
    await visitor.state('Sent')
    await visitor.frame.getByLabel('Save conversation').click()
    assert.deepEqual(await findings(visitor.page, { within: 'crm-chat' }), [])
    const saved = visitor.page.waitForEvent('download')
    await visitor.frame.getByRole('button', { name: 'Download', exact: true }).click()
    const file = await saved
    assert.match(file.suggestedFilename(), /^C\d+\.html$/)
    const html = readFileSync(await file.path(), 'utf8')
    const page = await browserContext.newPage()
    await browserContext.setOffline(true)
    await page.setContent(html)
    await page.getByText('Where is my order?').waitFor()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).maxWidth), 'none')
  })

  test('by keyboard alone they have it mailed to the address that they type', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await visitorWhoWrote('Hello', world, browserContext, cleanup)
    const { keyboard } = visitor.page
    await visitor.frame.getByLabel('Save conversation').focus()
    await keyboard.press('Enter')
    for (let tabs = 0; tabs < 3; tabs += 1) await keyboard.press('Tab')
    await keyboard.type('vera@example')
    await keyboard.press('Enter')
    await visitor.frame.getByText('Please enter a valid email address.').waitFor()
    await keyboard.type('.com')
    await keyboard.press('Enter')
    await visitor.frame.getByText('On its way to your inbox.').waitFor()
    await after(world, { seconds: 1 })
    const [mail] = await KeptMail.query().where('tenant_id', world.tenantId)
    assert.equal(mail.recipient, 'vera@example.com')
    await keyboard.press('Escape')
    await visitor.composer.waitFor()
    assert.isFalse(await visitor.frame.getByText('Download as text').isVisible())
  })

  test('an agent mails it from the conversation’s menu', async ({ browserContext }) => {
    const world = await ChatWorld.create()
    await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    const anna = await AgentPage.logIn(browserContext, (await world.user('manager')).email)
    await anna.openInbox()
    await anna.rows.first().getByRole('link').click()
    await anna.thread.waitFor()
    await anna.page.getByLabel('More actions').click()
    await anna.page.getByRole('button', { name: 'Email transcript to visitor' }).click()
    await anna.page.getByText('We’ll email the transcript to vera@example.com.').waitFor()
  })
})
