import type { Database } from '@adonisjs/lucid/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/define_config'
import type { CrmHost } from '#chat/contracts/crm_host'
import { AgentDirectory } from '#chat/services/agent_directory'
import { Analytics } from '#chat/services/analytics/analytics'
import { AgentMessages } from '#chat/services/agent_messages'
import { ConversationDesk } from '#chat/services/conversation_desk'
import { CrmBridge } from '#chat/services/crm_bridge'
import { Inbox } from '#chat/services/inbox'
import { ReadMarks } from '#chat/services/read_marks'
import { TypingNotices } from '#chat/services/typing_notices'
import { VisitorMessages } from '#chat/services/visitor_messages'
import { VisitorRegistry } from '#chat/services/visitor_registry'
import { WidgetCatalog } from '#chat/services/widget_catalog'

/**
 * Every operation of the product (Z1). Controllers, jobs and integrators' code use nothing else, and
 * nothing else writes.
 *
 * Operations are grouped by what they are about. They take models or plain values of the module,
 * return models, and throw typed errors with a `code` (`E_CHAT_…`) and an HTTP `status`. Events are
 * emitted after commit.
 */
export class ChatService {
  /** Widgets: create, shape, switch on and off, regenerate the key, remove. */
  readonly widgets: WidgetCatalog

  /** Visitors: register, authenticate, identify, page trail. */
  readonly visitors: VisitorRegistry

  /** What visitors write. */
  readonly visitorMessages: VisitorMessages

  /** What agents write: replies and notes. */
  readonly agentMessages: AgentMessages

  /** What agents do with conversations: assign, resolve, close, reopen, archive. */
  readonly conversations: ConversationDesk

  /** How far each side has read. */
  readonly reads: ReadMarks

  /** Who is typing. */
  readonly typing: TypingNotices

  /** Lists, threads and counts. */
  readonly inbox: Inbox

  /** Agents: who they are and which of them are there. */
  readonly agents: AgentDirectory

  /** How the team is doing: figures of now, of a day, of a period. */
  readonly analytics: Analytics

  /** Visitors to People, conversations to Leads. */
  readonly crm: CrmBridge

  constructor(
    readonly config: ChatConfig,
    readonly host: CrmHost,
    db: Database,
    emitter: EmitterLike<EventsList>
  ) {
    this.agents = new AgentDirectory(config, host)
    this.widgets = new WidgetCatalog(emitter, this.agents)
    this.visitors = new VisitorRegistry(config, emitter)
    this.visitorMessages = new VisitorMessages(config, db, emitter, this.agents)
    this.agentMessages = new AgentMessages(db, emitter, this.agents)
    this.conversations = new ConversationDesk(db, emitter, this.agents)
    this.reads = new ReadMarks(db, emitter)
    this.typing = new TypingNotices(emitter)
    this.inbox = new Inbox()
    this.analytics = new Analytics(host, db, this.agents)
    this.crm = new CrmBridge(config, host, db, emitter)
  }
}
