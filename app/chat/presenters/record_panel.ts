import type { RecordPanel } from '#chat/contracts/module_definition'
import type { ChatService } from '#chat/services/chat_service'
import type Conversation from '#chat/models/conversation'
import { presentStatus } from '#chat/presenters/status'
import { agoInWords } from '#chat/texts/formats'
import { chatUrl } from '#chat/support/chat_url'

const SHOWN = 10

/** The conversations of a person, lead or ticket, for the host's record pages (P4). */
export class RecordPanelBuilder implements RecordPanel {
  readonly view = 'chat::record_panel'

  constructor(protected chat: ChatService) {}

  /** The newest conversations first, and whether there are more; null when there are none. */
  async state(record: Parameters<RecordPanel['state']>[0]) {
    const { tenantId, viewerId } = record
    const sight = await this.chat.agents.sights.ofUser(tenantId, viewerId)
    if (sight === undefined) return null
    const found = await this.chat.inbox.ofRecord(tenantId, record, SHOWN + 1, sight)
    if (found.length === 0) return null
    return { rows: found.slice(0, SHOWN).map(toRow), hasMore: found.length > SHOWN }
  }
}

function toRow(conversation: Conversation) {
  const { lastMessageSenderType: sender, lastMessageAt } = conversation
  return {
    url: chatUrl('chat.inbox.show', { id: conversation.externalId }),
    number: conversation.displayNumber,
    ...presentStatus(conversation),
    visitor: conversation.visitor.displayName,
    preview: conversation.lastMessage ?? '',
    isOwn: sender === 'agent',
    at: lastMessageAt.toUTC().toISO(),
    ago: agoInWords(lastMessageAt),
  }
}
