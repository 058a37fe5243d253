import type { HttpContext } from '@adonisjs/core/http'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import type { FilesConfig } from '#chat/config/files_config'
import type { LimitsConfig } from '#chat/config/limits_config'
import type { MailConfig } from '#chat/config/mail_config'
import type { PushConfig } from '#chat/config/push_config'
import type { StreamsConfig } from '#chat/config/streams_config'
import type { WebhooksConfig } from '#chat/config/webhooks_config'
import type { ChatMailer } from '#chat/contracts/chat_mailer'
import type { PushDriver } from '#chat/contracts/push_driver'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { Language } from '#chat/texts/languages'

/** The chat's configuration, complete: what `defineConfig` returns. Larger parts are in files beside this one. */
export interface ChatConfig {
  /** The prefix of the module's tables. */
  tablePrefix: string

  /**
   * The Lucid connection of the module's tables, which must be another database than the host's; the application's
   * default when omitted. Its migrations run with `--connection`.
   */
  connection?: string

  /**
   * The Redis by which several web processes count streams and present agents together. It is the one of
   * `config/transmit.ts` and `config/limiter.ts`; without, each process counts its own.
   */
  redisUrl?: string

  /**
   * What a monitoring system proves itself by at `/p/chat/metrics` (`Authorization: Bearer …`), where it reads the figures of
   * all tenants; at least 24 characters. Without, each tenant's are for its own users who may manage the chat.
   */
  metricsToken?: string

  /** The tenant of a host without tenants. */
  defaultTenant: string

  /** Creates the host's implementation of the contract; called once, after the application has booted. */
  host: () => Promise<CrmHost>

  /** Origin and path at which browsers reach this application, without a trailing slash. */
  publicUrl: string

  /**
   * The same for what websites load, when it has a host name of its own: loader, frame and the visitor's API, so that
   * the frame does not share the CRM's origin. Nothing else of the application is served there. It must be a host
   * name, not only a port, because cookies ignore ports.
   */
  widgetUrl?: string

  /** Where the module's addresses begin, below the path of `publicUrl`. */
  bases: Bases

  /** Middleware that provides the session, CSRF protection and logged-in user of the CRM's pages. */
  crmMiddleware: () => Promise<(MiddlewareFn | ParsedNamedMiddleware)[]>

  /**
   * Middleware that identifies the user of a REST request: by a bearer token, or by the session with CSRF protection.
   * It must let unauthenticated requests pass; the module answers those.
   */
  apiMiddleware: () => Promise<(MiddlewareFn | ParsedNamedMiddleware)[]>

  /**
   * The header in which a proxy sends a visitor's two-letter country, such as `cf-ipcountry`; null leaves countries
   * unknown. It is read only from a proxy that the host trusts (`trustProxy`), and the proxy must replace what
   * clients send under this name.
   */
  countryHeader: string | null

  /** Where "Back to the CRM" leads, in the chat's own layout; to `publicUrl` when omitted. */
  homeUrl: string

  /**
   * The Edge component around the module's pages; `chat::shell` is a page of the chat's own. It gets `title` and
   * `fullBleed`, must render the slots `head`, `main` and `scripts`, and carries the CSRF token in
   * `<meta name="csrf-token">`.
   */
  layout: string

  /**
   * The language of the installation: of what is stored and read by all, such as the history in a thread, and of readers
   * whose own the chat does not have.
   */
  language: Language

  /**
   * The language of a user of the CRM, as a tag such as `de` or `de-AT`, or null to go by what the browser asks for. Without
   * it, the locale of `@adonisjs/i18n` counts where the host has it. It is asked for each text, and must not wait.
   */
  userLanguage?: (ctx: HttpContext) => string | null | undefined

  /** Hours after its end within which a visitor's next message reopens a conversation. */
  reopenWindowHours: number

  /** Hours after which a resolved conversation is closed; 0 leaves it resolved. */
  autoCloseResolvedAfterHours: number

  /**
   * Seconds within which resolving, closing and archiving in the inbox can be undone, before the visitor sees it; 0
   * acts immediately. `ChatService` and the REST API never wait.
   */
  undoSeconds: number

  /** Days that a visitor's token is valid after its last use. */
  visitorTokenDays: number

  /** Seconds after the last sign of life of an agent's stream for which the agent counts as online. */
  agentOnlineSeconds: number

  /** Seconds after its last stream has closed until an agent is offline: longer than a reload takes. */
  agentLeavesAfterSeconds: number

  /**
   * Minutes offline after which an agent's conversations that wait for an answer return to the queue; 0 leaves them
   * assigned.
   */
  requeueOfflineAfterMinutes: number

  /**
   * Minutes in the queue of a department without present agents after which a conversation is open to all agents; 0
   * leaves it to the department.
   */
  departmentFallbackMinutes: number

  /**
   * Minutes after their last contact within which a visitor who writes again goes back to the same agent, if that
   * agent is online and has capacity; 0 always uses the queue.
   */
  returnToAgentMinutes: number

  /**
   * The most open conversations per address and tenant: in the queue, or awaiting an agent's answer. An office behind
   * one address must fit in; answered conversations do not count. 0 sets no limit. Each additional process may admit
   * one more.
   */
  openConversationsPerAddress: number

  /** How many page views of a visitor are kept, the newest ones. */
  keepPageViews: number

  limits: LimitsConfig

  streams: StreamsConfig

  /**
   * What the chat's emails go out by: the host's `@adonisjs/mail` where it has one, `adonisMailer()`, or any
   * `ChatMailer`; null sends none.
   */
  mailer: () => Promise<ChatMailer | null>

  mail: MailConfig

  notifications: {
    /** Minutes until an agent who wants emails gets one of a notification that they have not read. */
    mailAfterMinutes: number
  }

  push: PushConfig

  /** Brings notifications to agents by an app of the host's, such as by FCM or APNs; null has none. */
  pushDriver: () => Promise<PushDriver | null>

  files: FilesConfig

  /**
   * Whether each web process also runs what is due: emails, webhooks, erasures and other work of later. With false,
   * `node ace chat:work` runs it in processes of its own.
   */
  workInWebProcess: boolean

  webhooks: WebhooksConfig
}
