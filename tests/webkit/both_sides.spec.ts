import { test } from '@japa/runner'
import { ChatWorld, PASSWORD } from '#tests/helpers/chat_world'
import { ENTER, WebKitSession } from '#tests/helpers/webkit_session'
import { startWebsite } from '#tests/helpers/website'
import { ownServer } from '#tests/helpers/widget_client'

const host = `document.querySelector('crm-chat')?.shadowRoot`
const all = (selector: string) => `[...document.querySelectorAll('${selector}')]`
const says = (selector: string, text: string) =>
  `${all(selector)}.some((node) => node.textContent.includes(${JSON.stringify(text)}))`

test.group('WebKit', () => {
  test('a visitor writes, is answered, and writes on', async ({ cleanup }) => {
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const browser = await WebKitSession.open()
    cleanup(() => browser.close())

    await browser.visit(website.url)
    await browser.click(`${host}?.querySelector('button')`)
    await browser.enterFrame(`${host}?.querySelector('iframe')`)
    const field = `document.querySelector('.composer textarea')`
    // WebKit lets a frame of another site take the focus only where one clicks into it
    await browser.click(field)
    await browser.type(field, `Hello from Safari${ENTER}`)
    await browser.until(says('.bubble.own .meta', 'Sent'))

    await world.reply(await world.onlyConversation(), await world.agent(), 'Hello from the desk')
    await browser.until(says('.bubble .text', 'Hello from the desk'))
    await browser.type(field, `Thank you${ENTER}`)
    await browser.until(`${all('.bubble.own .text')}.length === 2`)
    await browser.until(says('.bubble.own.last .meta', 'Sent'))
  })

  test('an agent reads and answers, in a field that grows', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager')
    const { conversation, ...guest } = await world.chatting({ name: 'Jane Doe' })
    const browser = await WebKitSession.open()
    cleanup(() => browser.close())

    await browser.visit(`${ownServer()}/login`)
    await browser.type(`document.querySelector('[name=email]')`, user.email)
    await browser.type(`document.querySelector('[name=password]')`, `${PASSWORD}${ENTER}`)
    await browser.until(`location.pathname !== '/login' && document.readyState === 'complete'`)
    await browser.visit(`${ownServer()}/chat/${conversation.externalId}`)
    const field = `document.querySelector('.chat-composer__field')`
    await browser.until(`document.querySelector('.chat-link[data-state=live]')`)
    await browser.type(field, 'One line')
    const low = await browser.run<number>(`return ${field}.offsetHeight`)
    await browser.run(
      `const field = ${field}; field.value = 'Line\\n'.repeat(6) + 'end';
       field.dispatchEvent(new Event('input', { bubbles: true }))`
    )
    assert.isAbove(await browser.run<number>(`return ${field}.offsetHeight`), low + 40)
    await browser.type(field, ENTER)
    await browser.until(says('.chat-message--agent .chat-message__text', 'end'))

    await world.start(guest, 'And on Sundays?')
    await browser.until(says('.chat-message__text', 'And on Sundays?'))
  })
})
