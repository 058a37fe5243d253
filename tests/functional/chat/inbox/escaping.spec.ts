import { test } from '@japa/runner'
import Visitor from '#chat/models/visitor'
import { richText } from '#chat/presenters/rich_text'
import { webAddress } from '#chat/support/linkify'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { processorTime } from '#tests/helpers/processor_time'

const EVIL = '"><img src=x onerror=alert(1)>'

test.group('What visitors write never becomes markup', () => {
  test('name, message, pages, referrer and browser are text wherever they are shown', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const guest = await world.guest({ name: `Name${EVIL}` })
    const { visitor } = guest
    await Visitor.query()
      .where('id', visitor.id)
      .update({
        user_agent: `Agent${EVIL}`,
        referrer: 'javascript:alert(1)//referrer',
        ip_address: '192.0.2.1',
        phone: `1${EVIL}`,
        email: `a@b.example${EVIL}`,
      })
    await world.chat.visitors.recordPageView(visitor, {
      url: `https://a.example/${EVIL}`,
      title: `Title${EVIL}`,
    })
    await world.chat.visitors.recordPageView(visitor, {
      url: 'javascript:alert(2)',
      title: 'Click me',
    })
    const { conversation } = await world.start(guest, `Text${EVIL} javascript:alert(3)`)

    for (const path of ['', `/${conversation.externalId}`]) {
      const html = (await inbox.page(path)).text()
      assert.notInclude(html, '<img src=x')
      assert.notMatch(html, /href="javascript:/i)
      assert.include(html, 'Name&quot;&gt;&lt;img')
    }
    const page = (await inbox.page(`/${conversation.externalId}`)).text()
    assert.include(page, 'Text&quot;&gt;&lt;img')
    assert.include(page, 'javascript:alert(1)//referrer')
    assert.match(page, /<span title="javascript:alert\(2\)">Click me<\/span>/)
  })

  test('the link of a claimed address writes to that address only', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { browser } = await world.guest()
    const email = 'jane?bcc=eve&body=x@evil.example'
    assert.equal((await browser.post('/identify', { name: 'Jane', email })).status, 200)
    const { json } = await browser.start()

    const link = 'href="mailto:jane%3Fbcc%3Deve%26body%3Dx@evil.example"'
    assert.include((await inbox.page(`/${json.conversation.id}`)).text(), link)
    const promoted = await inbox.send(`/${json.conversation.id}/promote`, {})
    const person = await client.get(promoted.body().person.url).loginAs(inbox.user)
    assert.include(person.text(), link)
  })

  test('takes time in proportion to the text, whatever an address ends with', ({ assert }) => {
    const text = `http://a.example/${')'.repeat(200_000)}x`
    assert.isBelow(
      processorTime(() => richText(text)),
      1000
    )
  })

  test('only web addresses become links, and those give nothing away', ({ assert }) => {
    const html = richText('See https://a.example/x?y=1&z=2, (http://b.example/) and javascript:x')
    assert.equal(
      html,
      'See <a href="https://a.example/x?y=1&amp;z=2" target="_blank" rel="noopener noreferrer nofollow">' +
        'https://a.example/x?y=1&amp;z=2</a>, (<a href="http://b.example/" target="_blank" ' +
        'rel="noopener noreferrer nofollow">http://b.example/</a>) and javascript:x'
    )
    assert.equal(richText('a <b> & "c"'), 'a &lt;b&gt; &amp; &quot;c&quot;')
    assert.notInclude(richText('https://"onmouseover="x'), '<a')
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://a.example',
      'x',
      '',
      null,
    ]) {
      assert.isNull(webAddress(address), String(address))
    }
  })
})
