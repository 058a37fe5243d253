import type { CrmHost } from '#chat/contracts/crm_host'
import type { KeptContact } from '#chat/contracts/host_records'
import type { ConversationFacts, MessageFacts } from '#chat/models/facts'
import Visitor from '#chat/models/visitor'
import { houseText } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** Contacts on other channels than the chat itself, in the CRM's one timeline of a person (P6). */
export class Contacts {
  constructor(protected host: CrmHost) {}

  /** Records an email about a conversation, by the line of the thread that says so, on the timelines of its person and lead. */
  mailed(conversation: ConversationFacts, line: MessageFacts) {
    return this.#email(conversation, line, 'out')
  }

  /** Records an email that has become the visitor's message, on the same timelines. */
  answered(conversation: ConversationFacts, message: MessageFacts) {
    return this.#email(conversation, message, 'in')
  }

  /** A person's contacts on all channels, the newest first; none where the host keeps no such timeline. */
  async of(tenantId: string, personId: string, limit = 20): Promise<KeptContact[]> {
    return (await this.host.contactsOf?.(tenantId, personId, limit)) ?? []
  }

  async #email(conversation: ConversationFacts, message: MessageFacts, direction: 'in' | 'out') {
    if (!this.host.recordContact) return
    const { personId } = await Visitor.findOrFail(conversation.visitorId)
    const { tenantId, leadId, displayNumber: number } = conversation
    if (!personId && !leadId) return
    const event = direction === 'in' ? 'answered' : 'mailed'
    await this.host.recordContact(tenantId, 'email', {
      key: `chat.${event}:${message.externalId}`,
      ...{ personId, leadId, actorId: null, direction },
      title: houseText(`crm_records.${event}`, { number }),
      description: null,
      url: chatUrl('chat.inbox.show', { id: conversation.externalId }),
      occurredAt: message.createdAt.toJSDate(),
    })
  }
}
