import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

/** What a Chromium that was started under `C.UTF-8` says of its language. */
const NO_LANGUAGE = () => {
  Object.defineProperties(navigator, {
    language: { get: () => 'en-US@posix' },
    languages: { get: () => ['en-US@posix'] },
  })
}

test.group('A browser without a language of its own', () => {
  test('draws charts and says times as any other', async ({ assert, browserContext, cleanup }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager')
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    await browserContext.addInitScript(NO_LANGUAGE)
    const errors: string[] = []
    browserContext.on('weberror', (error) => errors.push(error.error().message))

    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.openChat()
    await visitor.write('What time is it?')
    await visitor.state('Sent')

    const agent = await AgentPage.logIn(browserContext, user.email)
    await agent.openInbox()
    await agent.openConversation('Visitor')
    await agent.shows(['What time is it?'])
    await agent.visit('/chat/dashboard?period=7d')
    await agent.page.locator('.uplot canvas').first().waitFor()
    assert.deepEqual(errors, [])
  })
})
