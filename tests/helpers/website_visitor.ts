import type { TestContext } from '@japa/runner/core'
import type { BrowserContext } from 'playwright'
import type { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

interface Place {
  host?: string
  crmUrl?: string
}

/** A visitor of a website with the widget of this world, who has opened the chat. */
export async function visitorOf(
  { widget }: ChatWorld,
  context: BrowserContext,
  cleanup: TestContext['cleanup'],
  { host, crmUrl }: Place = {}
) {
  const website = await startWebsite(widget.publicKey, host, crmUrl)
  cleanup(() => website.close())
  const visitor = await VisitorPage.visit(context, website.url)
  await visitor.openChat()
  return { website, visitor }
}

/** The same visitor, who has written this message; it has arrived. */
export async function visitorWhoWrote(text: string, ...place: Parameters<typeof visitorOf>) {
  const { website, visitor } = await visitorOf(...place)
  await visitor.write(text)
  await visitor.state('Sent')
  return { website, visitor }
}
