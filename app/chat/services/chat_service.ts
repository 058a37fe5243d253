import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/config/chat_config'
import type { CrmHost } from '#chat/contracts/crm_host'
import { Analytics } from '#chat/services/analytics/analytics'
import { AuditLog } from '#chat/services/audit/audit_log'
import { Attachments } from '#chat/services/attachments/attachments'
import { CannedResponses } from '#chat/services/canned_responses/canned_responses'
import { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { Conversations } from '#chat/services/conversations/conversations'
import { Messages } from '#chat/services/conversations/messages'
import { PlannedReplies } from '#chat/services/conversations/planned_replies'
import { CrmBridge } from '#chat/services/crm/crm_bridge'
import { DueActions } from '#chat/services/due_actions/due_actions'
import { DueWork } from '#chat/services/due_actions/due_work'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { Inbox } from '#chat/services/inbox/inbox'
import { LabelCatalog } from '#chat/services/labels/label_catalog'
import { AddressTurns } from '#chat/services/routing/address_turns'
import { DirectLinks } from '#chat/services/mail/direct_links'
import { MAILBOX } from '#chat/services/mail/imap/mailbox_lease'
import { Mails } from '#chat/services/mail/mails'
import { Notifications } from '#chat/services/notifications/notifications'
import { Retention } from '#chat/services/privacy/retention'
import { Routing } from '#chat/services/routing/routing'
import { Proactive } from '#chat/services/proactive/proactive'
import type { ServiceParts } from '#chat/services/service_parts'
import { NO_FILES, unrendered, type ServiceTools } from '#chat/services/service_tools'
import { AgentLoads } from '#chat/services/team/agent_loads'
import { Agents } from '#chat/services/team/agents'
import { SupportChat } from '#chat/services/support_chat/support_chat'
import { Transcripts } from '#chat/services/transcripts/transcripts'
import { VisitorErasure } from '#chat/services/visitors/erasure/visitor_erasure'
import { Visitors } from '#chat/services/visitors/visitors'
import { Webhooks } from '#chat/services/webhooks/webhooks'
import { Widgets } from '#chat/services/widgets/widgets'

/**
 * Every operation of the product (Z1), in groups. Controllers, workers and integrators call only this class, and only
 * its parts write to the database.
 *
 * Operations take models or plain values, return models, and throw typed errors with a `code` (`E_CHAT_…`) and an
 * HTTP `status`. Events are emitted after commit.
 */
export class ChatService {
  /** Assign, resolve, close, reopen, archive; priority, labels, ratings, snooze, undo, bulk actions, deletion. */
  readonly conversations: Conversations

  /** Files that visitors and agents send. */
  readonly attachments: Attachments

  /** Messages of visitors and agents, read marks, typing notices. */
  readonly messages: Messages

  /** Replies that agents send later. */
  readonly planned: PlannedReplies

  /** Visitors: register, authenticate, identify, page views, contact details. */
  readonly visitors: Visitors

  /** Erases visitors with all that belongs to them. */
  readonly erasure: VisitorErasure

  /** Deletes conversations by age, as each widget says. */
  readonly retention: Retention

  /** Widgets: create, configure, switch on and off, the embed snippet, setup up to the first visit. */
  readonly widgets: Widgets

  /** Proactive messages: their rules, and how often each was shown, dismissed and answered. */
  readonly proactive: Proactive

  /** Lists, threads, counts, search, filters, saved views, export. */
  readonly inbox = new Inbox()

  /** Agents: roster, settings, visibility, presence. */
  readonly agents: Agents

  /** Assigns waiting conversations: assignment, queue, departments, transfers. */
  readonly routing: Routing

  /** Labels: create, rename, colour, remove. */
  readonly labels: LabelCatalog

  /** The team's canned responses. */
  readonly cannedResponses: CannedResponses

  /** The team's figures: of this moment, of a day, of a period. */
  readonly analytics: Analytics

  /** Turns visitors into People and conversations into Leads and Tickets. */
  readonly crm: CrmBridge

  /** Endpoints that receive signed requests when something happens in the chat. */
  readonly webhooks: Webhooks

  /** Emails to visitors, the links in them, and who wants none. */
  readonly mails: Mails

  /** Conversations as their visitors may keep them, as files or by email. */
  readonly transcripts: Transcripts

  /** The chat of the host's signed-in users in its own pages. */
  readonly supportChat: SupportChat

  /** What agents are notified of, how each wants it, and their browsers that get pushes. */
  readonly notifications: Notifications

  /** The record of changes to the chat's settings and team. */
  readonly audit: AuditLog

  /** Actions that are scheduled for later. */
  readonly dueActions = new DueActions()

  /** What waits, what runs for long, and what has failed: for admins. */
  readonly dueWork: DueWork

  constructor(
    readonly config: ChatConfig,
    readonly host: CrmHost,
    db: QueryClientContract,
    emitter: EmitterLike<EventsList>,
    { mailer = null, render = unrendered, pushDriver = null, files = NO_FILES }: ServiceTools = {}
  ) {
    const audit = new AuditLog(db)
    const loads = new AgentLoads(config)
    const turns = new AddressTurns(config)
    this.audit = audit
    this.webhooks = new Webhooks(config, audit)
    const { dueActions } = this
    const { outbox } = this.webhooks
    const writer = new ConversationWriter(db, emitter, outbox, loads, turns, dueActions)
    const parts: ServiceParts = {
      config,
      host,
      db,
      emitter,
      audit,
      writer,
      loads,
      turns,
      dueActions,
      links: new DirectLinks(),
    }

    this.attachments = new Attachments(parts, files)
    this.mails = new Mails(parts, mailer, render)
    this.conversations = new Conversations(parts, this.mails.replies, this.attachments)
    const { stops, mailing, recipients } = this.mails
    this.transcripts = new Transcripts(parts, { mailer, stops, mailing })
    const outward = { mailer, render, stops, addresses: recipients, pushDriver }
    this.notifications = new Notifications(parts, outward)
    this.proactive = new Proactive(parts)
    const { followUps, followUpStart } = this.conversations
    const { replies: replyMails } = this.mails
    this.messages = new Messages(parts, { replyMails, proactive: this.proactive, followUps })
    this.planned = new PlannedReplies({ ...parts, messages: this.messages.agent })
    this.visitors = new Visitors(parts, this.conversations)
    this.erasure = new VisitorErasure({
      ...parts,
      removal: this.conversations.removal,
      files: this.attachments.kept,
      stops,
    })
    this.routing = new Routing(parts)
    this.agents = new Agents(parts, this.routing.requeue)
    const { messages, agents, attachments } = this
    this.mails.receiveWith({ config, host, writer, messages, agents, attachments })
    this.labels = new LabelCatalog(audit)
    this.cannedResponses = new CannedResponses(audit)
    this.analytics = new Analytics(host, db, this.agents, this.routing.queue)
    const { analytics } = this
    const { removal } = this.conversations
    this.retention = new Retention({ db, audit, dueActions, removal, analytics })
    this.widgets = new Widgets(parts, this.agents, { retention: this.retention, followUpStart })
    const { inbox, visitors, widgets } = this
    this.supportChat = new SupportChat({ addresses: config, inbox, visitors, widgets })
    this.crm = new CrmBridge(host, writer, emitter)
    this.dueWork = new DueWork(db, audit, this.dueKinds, [MAILBOX])
  }

  /** All kinds of scheduled actions. */
  get dueKinds(): DueKind[] {
    return [
      ...this.conversations.dueKinds,
      ...this.mails.dueKinds,
      ...this.transcripts.dueKinds,
      ...this.notifications.dueKinds,
      ...this.attachments.dueKinds,
      this.erasure,
      this.retention,
      this.planned,
    ]
  }
}
