import type { RecordPanel } from '#chat/contracts/crm_host'
import type { ChatService } from '#chat/services/chat_service'

const SHOWN = 10

/** The conversations of a person or lead, for the host's record pages (P4). */
export class RecordPanelBuilder implements RecordPanel {
  readonly view = 'chat::record_panel'

  constructor(protected chat: ChatService) {}

  async state(record: { tenantId: string; personId?: string; leadId?: string }) {
    const conversations = await this.chat.inbox.ofRecord(record.tenantId, record, SHOWN)
    return conversations.length ? { conversations } : null
  }
}
