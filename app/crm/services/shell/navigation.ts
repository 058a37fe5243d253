import type { ModuleDefinition } from 'adonis-crm-chat'
import type { Permission } from '#crm/auth/permissions'
import type User from '#crm/models/user'

export interface NavigationEntry {
  label: string
  href: string
  icon: string
  /** Left out: open to every user. */
  permission?: Permission
  badgeId?: string
  slotId?: string
  bellId?: string
}

const SIDEBAR: NavigationEntry[] = [
  { label: 'Leads', href: '/leads', icon: 'target', permission: 'view leads' },
  { label: 'People', href: '/people', icon: 'users', permission: 'view people' },
  { label: 'Tickets', href: '/tickets', icon: 'ticket', permission: 'view tickets' },
]

const SETTINGS: NavigationEntry[] = [
  { label: 'Company', href: '/settings', icon: 'settings', permission: 'manage settings' },
  { label: 'Modules', href: '/settings/modules', icon: 'puzzle', permission: 'manage modules' },
]

const OWN_SETTINGS: NavigationEntry[] = [
  { label: 'API tokens', href: '/settings/api-tokens', icon: 'key' },
]

/** What a user may go to, with the entry marked that the address belongs to. */
export function navigationOf(user: User, modules: ModuleDefinition[], path: string) {
  const allowed = ({ permission }: NavigationEntry) => !permission || user.can(permission)
  const sidebar = [...SIDEBAR, ...modules.flatMap((module) => module.sidebar)].filter(allowed)
  const ofModules = modules.flatMap((module) => module.settings)
  const settings = [...SETTINGS, ...ofModules, ...OWN_SETTINGS].filter(allowed)

  return {
    sidebar: markCurrent(sidebar, path),
    settings: markCurrent(settings, path),
    inSettings: under('/settings', path),
  }
}

/** Of several entries that the address lies under, the most specific one is the current one. */
function markCurrent(entries: NavigationEntry[], path: string) {
  const [current] = entries
    .filter((entry) => under(entry.href, path))
    .sort((left, right) => right.href.length - left.href.length)
  return entries.map((entry) => ({ ...entry, current: entry === current }))
}

function under(href: string, path: string) {
  const { pathname } = new URL(href, 'http://here.invalid')
  return path === pathname || path.startsWith(`${pathname}/`)
}
