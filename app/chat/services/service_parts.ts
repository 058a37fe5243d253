import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { ChatConfig } from '#chat/config/chat_config'
import type { AuditLog } from '#chat/services/audit/audit_log'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DirectLinks } from '#chat/services/mail/direct_links'
import type { AddressTurns } from '#chat/services/routing/address_turns'
import type { AgentLoads } from '#chat/services/team/agent_loads'

/** The parts that the groups of `ChatService` are made of and share. */
export interface ServiceParts {
  config: ChatConfig
  host: CrmHost
  db: QueryClientContract
  emitter: EmitterLike<EventsList>
  audit: AuditLog
  writer: ConversationWriter
  loads: AgentLoads
  turns: AddressTurns
  dueActions: DueActions
  links: DirectLinks
}
