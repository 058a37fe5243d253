import type { Database } from '@adonisjs/lucid/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/define_config'
import type { CrmHost } from '#chat/contracts/crm_host'
import { AgentDirectory } from '#chat/services/agent_directory'
import { AgentLoads } from '#chat/services/agent_loads'
import { Analytics } from '#chat/services/analytics/analytics'
import { AgentMessages } from '#chat/services/agent_messages'
import { AuditLog } from '#chat/services/audit/audit_log'
import { CannedResponses } from '#chat/services/answers/canned_responses'
import { Ratings } from '#chat/services/answers/ratings'
import { BulkActions } from '#chat/services/bulk_actions'
import { ConversationDesk } from '#chat/services/conversation_desk'
import { ConversationExport } from '#chat/services/conversation_export'
import { ConversationRemoval } from '#chat/services/conversation_removal'
import { ConversationWork } from '#chat/services/conversation_work'
import { ConversationWriter } from '#chat/services/conversation_writer'
import { CrmBridge } from '#chat/services/crm_bridge'
import { Inbox } from '#chat/services/inbox'
import { InboxFilters } from '#chat/services/inbox_filters'
import { LabelCatalog } from '#chat/services/label_catalog'
import { AutoClose } from '#chat/services/later/auto_close'
import { DueActions } from '#chat/services/later/due_actions'
import { Snoozes } from '#chat/services/later/snoozes'
import { UndoableActions } from '#chat/services/later/undoable_actions'
import type { DueKind } from '#chat/services/later/due_kind'
import { AgentPresence } from '#chat/services/routing/agent_presence'
import { AgentRoster } from '#chat/services/routing/agent_roster'
import { AssignmentService } from '#chat/services/routing/assignment_service'
import { DepartmentFallback } from '#chat/services/routing/department_fallback'
import { Departments } from '#chat/services/routing/departments'
import { QueueNotices } from '#chat/services/routing/queue_notices'
import { QueueView } from '#chat/services/routing/queue_view'
import { ReturningVisitors } from '#chat/services/routing/returning_visitors'
import { Requeue } from '#chat/services/routing/requeue'
import { Transfers } from '#chat/services/routing/transfers'
import { ReadMarks } from '#chat/services/read_marks'
import { SavedViews } from '#chat/services/saved_views'
import { FirstVisits } from '#chat/services/setup/first_visits'
import { SetupPath } from '#chat/services/setup/setup_path'
import { TypingNotices } from '#chat/services/typing_notices'
import { VisitorMessages } from '#chat/services/visitor_messages'
import { VisitorRegistry } from '#chat/services/visitor_registry'
import { VisitorContacts } from '#chat/services/visitors/visitor_contacts'
import { Webhooks } from '#chat/services/webhooks/webhooks'
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

  /** The way from an empty module to the first visit. */
  readonly setup: SetupPath

  /** When each widget was first loaded on a website. */
  readonly firstVisits: FirstVisits

  /** Visitors: register, authenticate, identify, page trail. */
  readonly visitors: VisitorRegistry

  /** What agents have learnt of visitors' names and addresses. */
  readonly contacts: VisitorContacts

  /** What visitors write. */
  readonly visitorMessages: VisitorMessages

  /** What agents write: replies and notes. */
  readonly agentMessages: AgentMessages

  /** What agents do with conversations: assign, resolve, close, reopen, archive. */
  readonly conversations: ConversationDesk

  /** Answers that the team keeps ready. */
  readonly cannedResponses: CannedResponses

  /** What visitors say of how they were served. */
  readonly ratings: Ratings

  /** How agents sort conversations: priority and labels. */
  readonly work: ConversationWork

  /** One action on many conversations. */
  readonly bulk: BulkActions

  /** Deletes conversations for good. */
  readonly removal: ConversationRemoval

  /** Labels: create, rename, colour, remove. */
  readonly labels: LabelCatalog

  /** Filters of the inbox under a name. */
  readonly views: SavedViews

  /** The filters of an address as what lists are asked for. */
  readonly inboxFilters: InboxFilters

  /** How far each side has read. */
  readonly reads: ReadMarks

  /** Who is typing. */
  readonly typing: TypingNotices

  /** Lists, threads and counts. */
  readonly inbox: Inbox

  /** Whole lists of conversations. */
  readonly exports: ConversationExport

  /** Agents: who they are and which of them are there. */
  readonly agents: AgentDirectory

  /** Who takes chats from the queue, how many, and of what. */
  readonly roster: AgentRoster

  /** Whether agents are there, and what they say of it. */
  readonly presence: AgentPresence

  /** The parts of the team. */
  readonly departments: Departments

  /** Gives waiting conversations to agents. */
  readonly routing: AssignmentService

  /** Passes conversations on, to agents and departments. */
  readonly transfers: Transfers

  /** Opens to everyone what waits for a department of which no one is there. */
  readonly departmentFallback: DepartmentFallback

  /** Puts conversations back among those that wait. */
  readonly requeue: Requeue

  /** Where waiting visitors stand. */
  readonly queue: QueueView

  /** Tells waiting visitors when they have moved up. */
  readonly queueNotices: QueueNotices

  /** How the team is doing: figures of now, of a day, of a period. */
  readonly analytics: Analytics

  /** Visitors to People, conversations to Leads. */
  readonly crm: CrmBridge

  /** What the inbox does in a way that can be undone for some seconds. */
  readonly undoable: UndoableActions

  /** Puts conversations aside until a time. */
  readonly snoozes: Snoozes

  /** What is to happen later, and what is done when its time has come. */
  readonly later = new DueActions()
  readonly dueKinds: DueKind[]

  /** Who changed the chat's settings and team. */
  readonly audit: AuditLog

  /** Addresses outside that are told what happens. */
  readonly webhooks: Webhooks

  constructor(
    readonly config: ChatConfig,
    readonly host: CrmHost,
    db: Database,
    emitter: EmitterLike<EventsList>
  ) {
    this.audit = new AuditLog(db)
    this.webhooks = new Webhooks(config, this.audit)
    const writer = new ConversationWriter(db, emitter, this.webhooks.outbox)
    const loads = new AgentLoads(config)
    const returning = new ReturningVisitors(config, loads)
    this.agents = new AgentDirectory(config, host)
    this.requeue = new Requeue(config, writer, loads)
    this.roster = new AgentRoster(host, db, emitter, this.agents, this.requeue, this.audit)
    this.presence = new AgentPresence(config, emitter)
    this.departments = new Departments(db, this.audit)
    this.routing = new AssignmentService(config, writer)
    this.transfers = new Transfers(writer, loads)
    this.departmentFallback = new DepartmentFallback(config, writer)
    this.queue = new QueueView(config)
    this.queueNotices = new QueueNotices(this.queue, emitter)
    this.widgets = new WidgetCatalog(emitter, this.agents, this.audit)
    this.setup = new SetupPath(this.widgets)
    this.firstVisits = new FirstVisits(config)
    this.visitors = new VisitorRegistry(config, emitter)
    this.contacts = new VisitorContacts(writer, emitter)
    this.visitorMessages = new VisitorMessages(config, writer, loads, returning)
    this.agentMessages = new AgentMessages(writer, loads)
    const autoClose = new AutoClose(config, writer, this.later)
    this.snoozes = new Snoozes(writer, emitter, loads, this.later)
    this.conversations = new ConversationDesk(writer, loads, autoClose)
    this.undoable = new UndoableActions(config, writer, emitter, this.conversations, this.later)
    this.dueKinds = [autoClose, this.snoozes, this.undoable]
    this.cannedResponses = new CannedResponses(this.audit)
    this.ratings = new Ratings(writer)
    this.work = new ConversationWork(writer)
    this.bulk = new BulkActions(this.conversations, this.work, this.undoable)
    this.removal = new ConversationRemoval(host, writer, loads, this.ratings, this.audit)
    this.labels = new LabelCatalog(this.audit)
    this.views = new SavedViews()
    this.inboxFilters = new InboxFilters()
    this.reads = new ReadMarks(writer, emitter)
    this.typing = new TypingNotices(emitter)
    this.inbox = new Inbox()
    this.exports = new ConversationExport(this.inbox)
    this.analytics = new Analytics(host, db, this.agents, this.queue)
    this.crm = new CrmBridge(host, writer, emitter)
  }
}
