import type { ChatConfig } from '#chat/config/chat_config'
import type Conversation from '#chat/models/conversation'
import type { DirectLinks } from '#chat/services/mail/direct_links'
import { chatPath } from '#chat/support/chat_url'
import { widgetBase } from '#chat/support/widget_address'

interface Parts {
  config: ChatConfig
  links: DirectLinks
}

/** The addresses in an email about a conversation: where it opens on any device, and where its reader stops emails. */
export async function mailLinks(
  { config, links }: Parts,
  conversation: Conversation,
  address: string
): Promise<{ link: string; stopLink: string }> {
  const token = await links.create(conversation, address)
  const route = { key: conversation.widget.publicKey, token }
  const [link, stopLink] = ['chat.link', 'chat.link.stop.show'].map(
    (name) => widgetBase(config) + chatPath(name, route)
  )
  return { link, stopLink }
}
