import type { HttpContext } from '@adonisjs/core/http'

/** What a CRM user may do with the chat; a host maps these to its own roles (A3). */
export const CHAT_PERMISSIONS = ['view chat', 'reply chat', 'delete chat', 'manage chat'] as const
export type ChatPermission = (typeof CHAT_PERMISSIONS)[number]

/** A user of the host. Ids are strings, whatever the host's own key type is. */
export interface HostUser {
  id: string
  name: string
  email: string
  avatarUrl: string | null
}

/** A person of the host as the chat shows it: enough for a link and a name. */
export interface HostPerson {
  id: string
  name: string
  email: string | null
  url: string
}

/** A lead of the host as the chat shows it. */
export interface HostLead {
  id: string
  number: string
  title: string
  url: string
}

/** What the chat knows of a visitor when it asks the host for a person. */
export interface PersonDraft {
  name: string | null
  email: string | null
  phone: string | null
  ownerId: string | null
}

/** What the chat hands over when a conversation becomes a lead. */
export interface LeadDraft {
  title: string
  description: string
  personId: string | null
  source: string
  ownerId: string | null
}

/** One entry of the host's timeline; at most one row is kept per `key` (P4). */
export interface TimelineEntry {
  key: string
  personId: string | null
  leadId: string | null
  actorId: string | null
  event: 'chat.started' | 'chat.closed' | 'chat.promoted' | 'chat.converted' | 'chat.deleted'
  title: string
  description: string | null
  url: string
  occurredAt: Date
}

/**
 * One entry of the host's sidebar. `badgeId` is the id of an element in it that the module keeps up to
 * date, `slotId` that of an empty one below it that the module's script may fill.
 */
export interface SidebarEntry {
  label: string
  href: string
  icon: string
  permission: ChatPermission
  badgeId?: string
  slotId?: string
}

/** What the module says of itself in Integrations > Modules (A1). */
export interface ModuleDefinition {
  id: string
  name: string
  category: string
  description: string
  permissions: readonly ChatPermission[]
  sidebar: SidebarEntry[]
  settings: SidebarEntry[]
  /** Script and stylesheet addresses that every page of the host carries while the module is on. */
  scripts: () => string[]
  /** The page that leads through the first steps, for users who hold `manage chat`: where enabling leads. */
  setupUrl?: string
  /** What stops when the module is switched off, one sentence each, for a page that asks first. */
  disableConsequences?: (tenantId: string) => Promise<string[]>
}

/** A panel that a module adds to the host's person and lead pages (P4). */
export interface RecordPanel {
  /** Edge view that renders the panel. */
  view: string
  /** State for the view, or null when there is nothing to show. */
  state(record: {
    tenantId: string
    personId?: string
    leadId?: string
  }): Promise<Record<string, unknown> | null>
}

/**
 * Everything the chat needs of the CRM that it is added to, and the only way in which it reaches it.
 * A host implements this once and names it in `config/chat.ts`.
 *
 * Where `trx` is given, writes take part in that transaction, so that a promotion or conversion
 * happens whole or not at all.
 */
export interface CrmHost {
  /** Makes the module known to the host's modules page, sidebar, settings and record pages. */
  registerModule(definition: ModuleDefinition, panel: RecordPanel): void

  /** Whether an admin has switched the module on. Called on every request: must be cheap. */
  isModuleEnabled(tenantId: string): Promise<boolean>

  /**
   * Calls back, in this process, whenever the module is switched on or off. `by` is given in the process that
   * does it, and missing where it is only noticed. That process waits for what the listener returns.
   */
  onModuleToggled(
    listener: (tenantId: string, enabled: boolean, by?: { userId: string | null }) => unknown
  ): void

  /** The tenant of a CRM request; `default` where the host has no tenants. */
  tenantOf(ctx: HttpContext): string

  /** The tenant's time zone by its IANA name: where its days begin and end. */
  timeZone(tenantId: string): Promise<string>

  /**
   * The time zone in which the host shows times to the user of this request, so that its pages and the chat's
   * agree. Left out, or null: the browser's.
   */
  timeZoneOf?(ctx: HttpContext): string | null

  /** The user who is logged in to this request, if any. */
  currentUser(ctx: HttpContext): HostUser | null

  /**
   * Whether the user of a long request is still logged in by what the request came with: an access
   * token may have been withdrawn meanwhile. A session that ends tells of it by an event.
   */
  isStillLoggedIn(ctx: HttpContext): Promise<boolean>

  /** Answers a CRM request of nobody: the log-in page for a browser, 401 for a script. */
  requireLogin(ctx: HttpContext): unknown

  /** Whether the user holds a permission of the chat. */
  can(user: HostUser, permission: ChatPermission): Promise<boolean>

  /** Active users of the tenant who hold `reply chat`, by name: whom a conversation can be given to. */
  assignableUsers(tenantId: string): Promise<HostUser[]>

  findUser(tenantId: string, userId: string): Promise<HostUser | null>

  findPerson(tenantId: string, personId: string, trx?: HostTransaction): Promise<HostPerson | null>

  /** Matches by normalised (trimmed, lower-case) address, over all addresses of a person. */
  findPersonByEmail(
    tenantId: string,
    email: string,
    trx?: HostTransaction
  ): Promise<HostPerson | null>

  /**
   * Creates a person from what the visitor said; never subscribes to marketing (P1).
   * With only an e-mail the address' local part becomes the name.
   */
  createPerson(tenantId: string, draft: PersonDraft, trx: HostTransaction): Promise<HostPerson>

  /** Adds what the person lacks; never overwrites what the CRM knows (P1). */
  completePerson(
    tenantId: string,
    personId: string,
    draft: PersonDraft,
    trx: HostTransaction
  ): Promise<HostPerson>

  findLead(tenantId: string, leadId: string): Promise<HostLead | null>

  /** Creates a lead in the first stage of the host's pipeline, in the host's currency (P2). */
  createLead(tenantId: string, draft: LeadDraft, trx: HostTransaction): Promise<HostLead>

  /** Records an entry; a second one with the same key changes nothing. */
  recordTimeline(tenantId: string, entry: TimelineEntry, trx?: HostTransaction): Promise<void>

  /** Shows the entries that have these keys on the lead's timeline as well; unknown keys are passed over. */
  addTimelineToLead(
    tenantId: string,
    keys: string[],
    leadId: string,
    trx: HostTransaction
  ): Promise<void>
}

/** The Lucid transaction in which the chat's own rows are written. */
export type HostTransaction = import('@adonisjs/lucid/types/database').TransactionClientContract
