/**
 * The module's public surface: what a host and an integrator may import. The operations are methods of
 * `ChatService`; the types are what these take and return.
 */

export { defineConfig, type ChatConfigInput } from '#chat/define_config'
export { PUSH_SERVICES } from '#chat/config/default_settings'
export type { Bases } from '#chat/config/bases'
export type { ChatConfig } from '#chat/config/chat_config'
export type { RateLimit } from '#chat/config/limits_config'
export type { CrmHost, HostTransaction, SupportUsers } from '#chat/contracts/crm_host'
export type * from '#chat/contracts/host_records'
export type * from '#chat/contracts/module_definition'
export { CHAT_PERMISSIONS, type ChatPermission } from '#chat/contracts/permissions'
export { ChatService } from '#chat/services/chat_service'
export type * from '#chat/events/chat_events'
export { ChatError } from '#chat/exceptions/chat_error'
export * from '#chat/exceptions/chat_errors'
export * from '#chat/exceptions/setup_errors'
export * from '#chat/exceptions/base_errors'
export {
  isReadableCharset,
  unreadableBody,
  unreadableCharset,
} from '#chat/exceptions/unreadable_body'
export {
  byAbilities,
  byEmail,
  byPermissions,
  byRole,
  everyone,
  type Access,
} from '#chat/host/access'
export { defineLeads, type HostLeads, type LeadOptions } from '#chat/host/define_leads'
export { definePeople, type HostPeople, type PeopleOptions } from '#chat/host/define_people'
export { defineTickets, type HostTickets, type TicketOptions } from '#chat/host/define_tickets'
export { defineUserHost, type UserHostOptions } from '#chat/host/define_user_host'
export { adonisMailer } from '#chat/host/adonis_mailer'
export { ClamdScanner, clamdScanner, type ClamdAddress } from '#chat/host/clamd_scanner'
export { DriveStore, type DriveDisk, type DriveOptions } from '#chat/host/drive_store'
export { FolderStore } from '#chat/host/folder_store'
export { ownFiles } from '#chat/host/own_files'
export type { FileScanner } from '#chat/contracts/file_scanner'
export type { FileStore, SavedAs } from '#chat/contracts/file_store'
export { keptMailer } from '#chat/host/kept_mailer'
export type { HostPush, PushDriver } from '#chat/contracts/push_driver'
export { AddressRefused, type ChatMail, type ChatMailer } from '#chat/contracts/chat_mailer'
export { configure } from '#chat/configure'
export { redisLimits, redisTransport } from '#chat/redis/config'
export { replaceNul } from '#chat/support/nul_characters'
export { findRow } from '#chat/models/find_row'
export { addressKey } from '#chat/support/address_key'
export { flashSecret, pullSecret } from '#chat/support/one_time_secret'

export { settingsVersion, type ReadMark } from '#chat/services/settings/settings_version'

// Models
export { default as Agent, type AgentStatus } from '#chat/models/agent'
export { default as Attachment, type UploaderType } from '#chat/models/attachment'
export { default as AuditEntry } from '#chat/models/audit_entry'
export { default as CannedResponse } from '#chat/models/canned_response'
export { default as Conversation, type Priority } from '#chat/models/conversation'
export type { SenderType } from '#chat/models/conversation_thread'
export { default as Department } from '#chat/models/department'
export { default as Label } from '#chat/models/label'
export { default as Message, type MessageType, type MessageVisibility } from '#chat/models/message'
export { default as Notification } from '#chat/models/notification'
export { default as PageView } from '#chat/models/page_view'
export type { ConversationFacts, MessageFacts } from '#chat/models/facts'
export type { Reference } from '#chat/models/reference'
export { default as SavedView } from '#chat/models/saved_view'
export { default as Visitor } from '#chat/models/visitor'
export { default as Webhook } from '#chat/models/webhook'
export {
  default as WebhookDelivery,
  type DeliveryError,
  type DeliveryStatus,
} from '#chat/models/webhook_delivery'
export { default as Widget } from '#chat/models/widget'
export type {
  BusinessHours,
  LauncherIcon,
  OpeningHours,
  Weekday,
  WidgetPosition,
  WidgetTheme,
} from '#chat/models/widget_values'

// `chat.conversations` and `chat.messages`
export type { AgentDraft, AgentPost } from '#chat/services/conversations/agent_draft'
export type { SeenAssignee } from '#chat/services/conversations/assert_assignee'
export type { BulkOrder, BulkResult } from '#chat/services/conversations/bulk_actions'
export type { ConversationReference } from '#chat/services/conversations/conversation_writer'
export type { UndoableAction } from '#chat/services/conversations/undoable_action'
export type { RatingDraft } from '#chat/services/conversations/ratings'
export type { ConversationStatus, Folder } from '#chat/services/conversations/status_rules'
export type {
  FirstMessageDetails,
  VisitorDraft,
  VisitorPost,
} from '#chat/services/conversations/visitor_draft'

// `chat.attachments`
export type { IncomingFile } from '#chat/services/attachments/incoming_file'
export type { Upload } from '#chat/services/attachments/uploads'

// `chat.visitors`
export type {
  ContactDetails,
  ContactField,
  ContactSource,
  ContactSources,
} from '#chat/models/contact_details'
export type { PageRequest } from '#chat/services/inbox/newest_first'
export type { VisitorFilters } from '#chat/services/visitors/visitor_list'
export type { PageVisit } from '#chat/services/visitors/page_trail'
export type { VisitorClaims, VisitorClient } from '#chat/services/visitors/visitor_registry'

// `chat.widgets`
export type { SetupState } from '#chat/services/widgets/setup/setup_path'
export { widgetDefaults, type WidgetAttributes } from '#chat/services/widgets/widget_attributes'
export type { Availability } from '#chat/services/widgets/widget_catalog'

// `chat.inbox`
export type { ExportedConversation } from '#chat/services/inbox/exported_conversations'
export type { ThreadPage, ThreadRequest } from '#chat/services/inbox/thread_page'
export type { InboxListRequest, InboxPage } from '#chat/services/inbox/inbox_lists'
export type { InboxSort } from '#chat/services/inbox/inbox_order'
export type { InboxQuery } from '#chat/services/inbox/inbox_query'
export type { InboxConditions, InboxFilter, InboxScope } from '#chat/services/inbox/inbox_scope'
export type { ViewAttributes, ViewUser } from '#chat/services/inbox/saved_views'
export type { SearchMatch } from '#chat/services/inbox/search/search_match'

// `chat.agents` and `chat.routing`
export type { QueuePosition } from '#chat/services/routing/queue_view'
export type { AgentSettings, RosterEntry } from '#chat/services/team/agent_roster'
export type { Scope } from '#chat/services/team/scopes'
export type { TeamChoices } from '#chat/services/team/team_settings'
export type { Sight, Sighted } from '#chat/services/visibility/sight'

// `chat.labels` and `chat.cannedResponses`
export type { CannedAttributes } from '#chat/services/canned_responses/canned_responses'
export type { LabelAttributes } from '#chat/services/labels/label_attributes'

// `chat.notifications`
export type { Channel, Channels, NoticeKind } from '#chat/services/notifications/notice_kinds'
export type { NoticeChoices } from '#chat/services/notifications/notice_preferences'
export type { BrowserSubscription } from '#chat/services/notifications/push/push_subscriptions'

// `chat.analytics`
export type { AgentReport } from '#chat/services/analytics/agent_reports'
export type { Overview, Report } from '#chat/services/analytics/analytics'
export type { LiveFigures } from '#chat/services/analytics/live_figures'
export type { Day } from '#chat/services/analytics/local_days'
export type { Durations, Metrics } from '#chat/services/analytics/metrics'
export type { Period, PeriodName, PeriodRequest } from '#chat/services/analytics/period'
export type { Point, Series } from '#chat/services/analytics/series'

// `chat.crm`, `chat.webhooks` and `chat.audit`
export type { AuditAction, AuditArea } from '#chat/services/audit/audit_actions'
export type { AuditPage, AuditRecord } from '#chat/services/audit/audit_log'
export type { PersonDecision, PersonOutcome } from '#chat/services/crm/visitor_people'
export type { PostFailure } from '#chat/services/webhooks/guarded_post'
export type { WebhookEvent } from '#chat/services/webhooks/webhook_events'
export type { WebhookAttributes, WithSecret } from '#chat/services/webhooks/webhooks'
