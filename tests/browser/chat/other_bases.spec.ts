import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { OTHER_BASES, startWithBases } from '#tests/helpers/other_bases/start'
import { SubPathProxy } from '#tests/helpers/sub_path_proxy'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

const PATH = '/crm'
const { pages, settings, public: publicBase } = OTHER_BASES

/** What a page has asked for in vain. */
function failuresOf(page: Page) {
  const failures: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`)
  })
  return failures
}

test.group('A host with a page of its own at /chat, below a path of a proxy', () => {
  test('has the whole job elsewhere: widget, inbox, agents’ status, settings and their links', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const proxy = await SubPathProxy.start(PATH)
    const server = await startWithBases({ hostPages: ['/chat'], publicUrl: proxy.url })
    proxy.target = server.url
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const key = world.widget.publicKey
    const website = await startWebsite(key, '127.0.0.1', proxy.url, publicBase)
    const [desk, phone] = [await browser.newContext(), await browser.newContext()]
    cleanup(async () => {
      await Promise.all([desk.close(), phone.close(), website.close()])
      proxy.close()
      await server.stop('SIGKILL')
    })

    const agent = await AgentPage.logIn(desk, user.email, proxy.url)
    const failures = failuresOf(agent.page)
    await agent.visit(pages)
    await agent.connection('live')
    await agent.chooseStatus('online')

    const visitor = await VisitorPage.visit(phone, website.url)
    failures.push(...failuresOf(visitor.page))
    await visitor.openChat()
    await visitor.write('Do you deliver on Saturdays?')
    await visitor.state('Sent')
    const row = agent.rows.filter({ hasText: 'Do you deliver' })
    await row.getByRole('link').click()
    await agent.page.waitForURL((url) => {
      return new RegExp(`^${PATH}${pages}/[0-9a-f-]{36}$`).test(url.pathname)
    })
    await agent.thread.waitFor()
    await visitor.state('Seen')
    await agent.reply('We do, until noon.')
    await visitor.shows(['Do you deliver on Saturdays?', 'We do, until noon.'])

    // By the browser alone, and by the server alone
    await agent.page.goBack()
    await agent.page.waitForURL((url) => url.pathname === `${PATH}${pages}`)
    await agent.page.goForward()
    await agent.shows(['Do you deliver on Saturdays?', 'We do, until noon.'])
    await agent.page.reload()
    await agent.shows(['Do you deliver on Saturdays?', 'We do, until noon.'])
    await agent.page.getByRole('button', { name: 'Resolve', exact: true }).click()
    await agent.page.locator('button[aria-keyshortcuts="z"]').click()
    await visitor.write('And on Sundays?')
    const texts = ['Do you deliver on Saturdays?', 'We do, until noon.', 'And on Sundays?']
    await agent.shows(texts)

    // The visitor comes back, and is known
    await visitor.page.reload()
    await visitor.shows(texts)

    const shell = agent.page.getByRole('navigation', { name: 'Live Chat' })
    await shell.getByRole('link', { name: 'Chat widgets' }).click()
    await agent.page.waitForURL(`${proxy.url}${settings}/chat-widgets`)
    await agent.page.getByRole('link', { name: 'Shop' }).click()
    await agent.page.getByLabel('Name', { exact: true }).fill('Shop of bases')
    await agent.page.getByRole('button', { name: 'Save' }).first().click()
    await agent.page.getByText('Shop of bases').first().waitFor()
    assert.equal(
      await shell.locator('[aria-current]').getAttribute('href'),
      `${PATH}${settings}/chat-widgets`
    )

    assert.deepEqual(failures, [])
    assert.deepEqual(
      proxy.strays.filter((url) => url !== '/favicon.ico'),
      []
    )
    const own = await agent.visit('/chat')
    assert.equal(await own!.text(), 'A page of the host: /chat')
  }).timeout(120_000)
})
