import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer } from '#tests/helpers/widget_client'
import { InboxClient } from '#tests/helpers/inbox_client'

interface Shown {
  href: string
  /** What is read out: title and host, and whether the host is foreign. */
  text: string
  isMarked: boolean
}

/** The links of the side panel to pages that the visitor's browser has named. */
function linksIn(html: string): Shown[] {
  const links = html.match(/<a class="chat-page"[\s\S]*?<\/a>/g) ?? []
  return links.map((link) => {
    const rel = /rel="([^"]*)"/.exec(link)![1].split(' ')
    if (!rel.includes('noopener') || !rel.includes('noreferrer')) throw new Error(link)
    if (!link.includes('target="_blank"')) throw new Error(link)
    return {
      href: /href="([^"]*)"/.exec(link)![1],
      text: link.replace(/<[^>]*>/g, ''),
      isMarked: link.includes('chat-page__host--foreign'),
    }
  })
}

/** The side panel of a visitor who has been to these pages, after that referrer. */
async function panel(
  client: ApiClient,
  allowedOrigins: string[],
  { urls, referrer = null }: { urls: string[]; referrer?: string | null }
) {
  const world = await ChatWorld.create({ allowedOrigins })
  const visitorClient = { ipAddress: '192.0.2.1', userAgent: null, countryCode: null }
  const page = { url: urls[0], title: 'Page', referrer }
  const { visitor } = await world.chat.visitors.register(world.widget, visitorClient, page)
  for (const url of urls.slice(1)) {
    await world.chat.visitors.recordPageView(visitor, { url, title: 'Page' })
  }
  const draft = { content: 'Hello', clientMessageId: randomUUID() }
  const { conversation } = await world.chat.messages.visitor.start(world.widget, visitor, draft)
  const inbox = new InboxClient(client, await world.user())
  return linksIn((await inbox.ask(`/${conversation.externalId}/context`)).body().context)
}

test.group("Links to a visitor's pages", () => {
  test('show their host, and mark one that is none of the widget’s websites', async ({
    client,
    assert,
  }) => {
    const shown = await panel(client, ['https://shop.example', '*.help.example'], {
      urls: ['https://evil.example/log-in', 'https://faq.help.example/', 'https://shop.example/a'],
      referrer: 'https://shop.example.evil.example/',
    })
    const foreign = ', not one of your websites'
    assert.deepEqual(shown, [
      { href: 'https://shop.example/a', text: 'Page, on shop.example', isMarked: false },
      { href: 'https://faq.help.example/', text: 'Page, on faq.help.example', isMarked: false },
      {
        href: 'https://evil.example/log-in',
        text: `Page, on evil.example${foreign}`,
        isMarked: true,
      },
      {
        href: 'https://shop.example.evil.example/',
        text: `https://shop.example.evil.example/, on shop.example.evil.example${foreign}`,
        isMarked: true,
      },
      {
        href: 'https://shop.example/a',
        text: 'https://shop.example/a, on shop.example',
        isMarked: false,
      },
    ])
  })

  test('mark nothing where every website may carry the widget, and not the CRM’s own trial', async ({
    client,
    assert,
  }) => {
    const anywhere = await panel(client, [], { urls: ['https://any.example/'] })
    assert.isFalse(anywhere[0].isMarked)
    const trial = await panel(client, ['https://shop.example'], { urls: [`${ownServer()}/try`] })
    assert.isFalse(trial[0].isMarked)
  })

  test('show international hosts in the form that looks like no other', async ({
    client,
    assert,
  }) => {
    const [link] = await panel(client, ['https://shop.example'], {
      urls: ['https://shоp.example/'],
    })
    assert.include(link.text, 'xn--')
    assert.isTrue(link.isMarked)
  })

  test('are none where the address is none of a website', async ({ client, assert }) => {
    const urls = ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address']
    assert.lengthOf(await panel(client, [], { urls, referrer: 'vbscript:x' }), 0)
  })
})
