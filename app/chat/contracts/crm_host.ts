import type { HttpContext } from '@adonisjs/core/http'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type {
  ContactChannel,
  ContactEntry,
  HostLead,
  HostPerson,
  HostTicket,
  HostUser,
  KeptContact,
  LeadDraft,
  PersonDraft,
  TicketDraft,
  TimelineEntry,
} from '#chat/contracts/host_records'
import type { ModuleDefinition, RecordPanel } from '#chat/contracts/module_definition'
import type { ChatPermission } from '#chat/contracts/permissions'

/** The kinds of records that a host may keep. */
export interface HostCapabilities {
  people: boolean
  leads: boolean
  /** Omitted: whether the host has `createTicket`. */
  tickets?: boolean
  timeline: boolean
}

/** The users of the support chat, where they are others than those of the CRM: customers, say. */
export interface SupportUsers {
  /** The session guard by which they log in; its log-out ends their chat. */
  guard: string

  /** Who is logged in on a request, if anyone. */
  currentUser(ctx: HttpContext): HostUser | null | Promise<HostUser | null>

  /** Their tenant; that of `CrmHost.tenantOf` when omitted. */
  tenantOf?(ctx: HttpContext): string | Promise<string>
}

/** The Lucid transaction that also writes the chat's own rows. */
export type HostTransaction = TransactionClientContract

/**
 * Everything that the chat needs of its CRM, and its only access to it. A host implements this once and names it in
 * `config/chat.ts`.
 *
 * Where `trx` is given, writes take part in that transaction, so that a promotion or conversion is atomic.
 */
export interface CrmHost {
  /** Adds the module to the host's modules page, sidebar, settings and record pages. */
  registerModule(definition: ModuleDefinition, panel: RecordPanel): void

  /** Whether an admin has switched the module on. Called on every request: must be fast. */
  isModuleEnabled(tenantId: string): Promise<boolean>

  /**
   * Calls back, in this process, whenever the module is switched on or off. `by` is set in the process that switches
   * it, and missing in processes that only notice. The switching process awaits the listener's result.
   */
  onModuleToggled(
    listener: (tenantId: string, enabled: boolean, by?: { userId: string | null }) => unknown
  ): void

  /** What the host keeps; what it does not is absent from the chat's pages. Omitted: all of it. */
  capabilities?: HostCapabilities

  /**
   * Switches the module on or off. Omitted by hosts with a page of modules; the chat's settings have the switch where
   * it is given.
   */
  switchModule?(tenantId: string, isEnabled: boolean, userId: string | null): Promise<void>

  /** The session guards whose users the chat knows; a log-out of another guard ends no stream. Omitted: all guards. */
  guards?: readonly string[]

  /** The users of pages with `@chatSupport()`. Omitted: those of the CRM. */
  support?: SupportUsers

  /**
   * Finds out who is logged in on a request, before `currentUser` is called. Omitted where the middleware in
   * `config/chat.ts`, or the host's own on every route, has done so.
   */
  identify?(ctx: HttpContext): Promise<unknown>

  /** The tenant of a CRM request; `default` where the host has no tenants. */
  tenantOf(ctx: HttpContext): string

  /** The tenant's IANA time zone, in which its days begin and end. */
  timeZone(tenantId: string): Promise<string>

  /**
   * The time zone in which the host shows times to this request's user, so that its pages and the chat's agree.
   * Omitted or null means the browser's.
   */
  timeZoneOf?(ctx: HttpContext): string | null

  /** The user who is logged in on this request, if any. */
  currentUser(ctx: HttpContext): HostUser | null

  /**
   * The requests whose user is still logged in by the request's own credentials, each with that user as currently
   * stored: a session may have ended, a token may have been revoked or have expired, a user may have been deactivated
   * or moved to another tenant. Called with all open streams of a process every few seconds: one query must suffice,
   * however many there are.
   */
  stillLoggedIn(requests: HttpContext[]): Promise<Map<HttpContext, HostUser>>

  /** Responds to an unauthenticated CRM request: the log-in page for a browser, 401 for a script. */
  requireLogin(ctx: HttpContext): unknown

  /** Whether the user has a permission: their role grants it, and so does the access token of their request. */
  can(user: HostUser, permission: ChatPermission): Promise<boolean>

  /**
   * Whether the user has the permission but their request's access token does not grant it: the error then names the
   * missing ability. Omitted where tokens grant everything that their owner may do.
   */
  isWithheldByToken?(user: HostUser, permission: ChatPermission): boolean

  /** Active users of the tenant who hold `reply chat`, by name: the possible assignees. */
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
   * Creates a person from the visitor's details; never subscribes to marketing (P1). With only an email, the local
   * part of the address becomes the name.
   */
  createPerson(tenantId: string, draft: PersonDraft, trx: HostTransaction): Promise<HostPerson>

  /** Fills the person's empty fields; never overwrites existing values (P1). */
  completePerson(
    tenantId: string,
    personId: string,
    draft: PersonDraft,
    trx: HostTransaction
  ): Promise<HostPerson>

  findLead(tenantId: string, leadId: string): Promise<HostLead | null>

  /** Creates a lead in the first stage of the host's pipeline, in the host's currency (P2). */
  createLead(tenantId: string, draft: LeadDraft, trx: HostTransaction): Promise<HostLead>

  /** The ticket of the tenant, or null. Given together with `createTicket`. */
  findTicket?(tenantId: string, ticketId: string): Promise<HostTicket | null>

  /** Creates an open ticket (P3). Omitted, with `findTicket`, by hosts without tickets. */
  createTicket?(tenantId: string, draft: TicketDraft, trx: HostTransaction): Promise<HostTicket>

  /** Records an entry; a second one with the same key changes nothing. */
  recordTimeline(tenantId: string, entry: TimelineEntry, trx?: HostTransaction): Promise<void>

  /** Adds the entries with these keys to the lead's timeline as well; unknown keys are ignored. */
  addTimelineToLead(
    tenantId: string,
    keys: string[],
    leadId: string,
    trx: HostTransaction
  ): Promise<void>

  /**
   * Records a contact on a channel other than the chat, such as an email, in the same timeline as all other channels; a
   * second one with the same key changes nothing. Omitted by hosts without such a timeline (P6).
   */
  recordContact?(tenantId: string, channel: ContactChannel, contact: ContactEntry): Promise<void>

  /** A person's contacts on all channels, chats included, newest first. Omitted by hosts without such a timeline (P6). */
  contactsOf?(tenantId: string, personId: string, limit: number): Promise<KeptContact[]>
}
