import type { HttpContext } from '@adonisjs/core/http'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { CrmHost, SupportUsers } from '#chat/contracts/crm_host'
import type { HostUser } from '#chat/contracts/host_records'
import type { Access } from '#chat/host/access'
import { HostUsers, idOf } from '#chat/host/host_users'
import { ModuleSwitch } from '#chat/host/module_switch'
import { NO_LEADS, type HostLeads } from '#chat/host/define_leads'
import type { HostTickets } from '#chat/host/define_tickets'
import { NO_PEOPLE, type HostPeople } from '#chat/host/define_people'
import { Unauthenticated } from '#chat/exceptions/chat_errors'
import { isScript } from '#chat/http/inbox_responses'
import { chatPrefix } from '#chat/support/chat_url'

type Row<Model extends LucidModel> = InstanceType<Model>

/** What the chat has to know about a host's users; everything else has a default. */
export interface UserHostOptions<Model extends LucidModel> {
  userModel: () => Promise<{ default: Model }>

  /** Who may do what; see `everyone`, `byEmail`, `byRole`, `byPermissions`, `byAbilities`. */
  can: Access<Row<Model>>

  /** The guards by which users of the chat log in; the default guard when omitted. */
  guards?: readonly string[]

  /** The page that a visitor of the chat's pages is sent to when they are not logged in: `/login` below `publicUrl`. */
  loginUrl?: string

  /** The name shown to colleagues and visitors: `fullName` or `name`, else the address's local part. */
  name?: (user: Row<Model>) => string
  email?: (user: Row<Model>) => string
  avatarUrl?: (user: Row<Model>) => string | null

  /** Users who may not log in any more. */
  isActive?: (user: Row<Model>) => boolean

  /** Narrows the query for users who may be given conversations, where a host has many users. */
  agents?: (query: ReturnType<Model['query']>) => unknown

  /** The user's tenant, where the host has tenants. */
  tenant?: (user: Row<Model>) => string

  /** The IANA time zone in which a tenant's days begin and end. */
  timeZone?: string | ((tenantId: string) => string | Promise<string>)

  /** The users of pages with `@chatSupport()`, where they are others than those of the CRM. */
  support?: SupportUsers

  people?: HostPeople
  leads?: HostLeads

  /** `defineTickets({ … })`; without it the inbox offers no tickets. */
  tickets?: HostTickets
}

const DEFAULT_TENANT = 'default'

/**
 * A complete host, made of its user model: `config/chat.ts` names the result as `host`. What the host does not have
 * (people, leads, tickets, a timeline) is absent from the chat's pages.
 */
export function defineUserHost<Model extends LucidModel>(options: UserHostOptions<Model>) {
  return async (): Promise<CrmHost> => userHost(options)
}

function userHost<Model extends LucidModel>(options: UserHostOptions<Model>): CrmHost {
  const { people, leads, tickets, guards, timeZone = 'UTC', loginUrl } = options
  const users = new HostUsers(options.userModel, guards)
  const rows = new WeakMap<HostUser, LucidRow>()
  const toggle = new ModuleSwitch()

  const tenantOf = (user: LucidRow) => options.tenant?.(user as Row<Model>) ?? DEFAULT_TENANT
  const isActive = (user: LucidRow) => options.isActive?.(user as Row<Model>) ?? true
  const shown = (row: LucidRow): HostUser => {
    const user = present(row as Row<Model>, options)
    rows.set(user, row)
    return user
  }
  const mayReply = (row: LucidRow) => options.can(row as Row<Model>, 'reply chat')

  return {
    ...(people ?? NO_PEOPLE),
    ...(leads ?? NO_LEADS),
    ...tickets,
    capabilities: {
      people: Boolean(people),
      leads: Boolean(leads),
      tickets: Boolean(tickets),
      timeline: false,
    },
    guards,
    support: options.support,
    registerModule: () => {},
    isModuleEnabled: (tenantId) => toggle.isEnabled(tenantId),
    onModuleToggled: (listener) => toggle.onToggled(listener),
    switchModule: (tenantId, isEnabled, userId) => toggle.set(tenantId, isEnabled, userId),
    recordTimeline: async () => {},
    addTimelineToLead: async () => {},

    timeZone: async (tenantId) => (typeof timeZone === 'string' ? timeZone : timeZone(tenantId)),
    identify: (ctx) => users.identify(ctx),
    tenantOf(ctx) {
      const user = users.of(ctx)
      return user ? tenantOf(user) : DEFAULT_TENANT
    },
    currentUser(ctx) {
      const user = users.of(ctx)
      return user && isActive(user) ? shown(user) : null
    },
    async stillLoggedIn(requests) {
      const good = await users.stillLoggedIn(requests)
      return new Map(
        good.filter(([, user]) => isActive(user)).map(([ctx, user]) => [ctx, shown(user)])
      )
    },
    requireLogin: (ctx) => requireLogin(ctx, loginUrl),
    async can(user, permission) {
      const row = rows.get(user) ?? (await users.findOne(user.id))
      return row ? options.can(row as Row<Model>, permission) : false
    },
    async assignableUsers(tenantId) {
      const all = await users.all((query) => options.agents?.(query as ReturnType<Model['query']>))
      const may = await Promise.all(all.map(mayReply))
      return all
        .filter((row, index) => may[index] && isActive(row) && tenantOf(row) === tenantId)
        .map(shown)
        .sort((a, b) => a.name.localeCompare(b.name))
    },
    async findUser(tenantId, userId) {
      const row = await users.findOne(userId)
      return row && tenantOf(row) === tenantId ? shown(row) : null
    },
  }
}

function present<Model extends LucidModel>(
  row: Row<Model>,
  { name, email, avatarUrl }: UserHostOptions<Model>
): HostUser {
  const known = row as { fullName?: unknown; name?: unknown; email?: unknown }
  const address = email?.(row) ?? String(known.email ?? '')
  const fallback = known.fullName || known.name || address.split('@')[0] || idOf(row)
  return {
    id: idOf(row),
    name: name?.(row) ?? String(fallback),
    email: address,
    avatarUrl: avatarUrl?.(row) ?? null,
  }
}

/** A script gets 401; a browser the log-in page, which leads back here if the host's log-in does so. */
function requireLogin(ctx: HttpContext, loginUrl = `${chatPrefix()}/login`) {
  if (isScript(ctx)) throw new Unauthenticated(false)
  const redirect = ctx.response.redirect().withIntendedUrl()
  const { session } = ctx
  const url = ctx.request.url(true)
  // A proxy has stripped the path that the browser needs
  if (session?.getIntendedUrl() === url) session.setIntendedUrl(chatPrefix() + url)
  return redirect.toPath(loginUrl)
}
