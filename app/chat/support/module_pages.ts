import type { ChatPermission, ModuleDefinition } from '#chat/contracts/crm_host'

/** The page that leads from an empty module to the first visit. */
export const SETUP_URL = '/settings/chat-widgets/setup'

/** What the module adds to the host's sidebar. */
export const SIDEBAR: ModuleDefinition['sidebar'] = [
  {
    label: 'Chat',
    href: '/chat',
    icon: 'chat',
    permission: 'view chat',
    badgeId: 'chat-sidebar-unread',
    slotId: 'chat-sidebar-status',
  },
  {
    label: 'Chat dashboard',
    href: '/chat/dashboard',
    icon: 'dashboard',
    permission: 'view chat',
  },
  {
    label: 'Agents',
    href: '/chat/agents',
    icon: 'agents',
    permission: 'manage chat',
  },
]

/** What it adds to the host's settings. */
export const SETTINGS: ModuleDefinition['settings'] = [
  {
    label: 'Chat widgets',
    href: '/settings/chat-widgets',
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    label: 'Chat labels',
    href: '/settings/chat-labels',
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    label: 'Canned responses',
    href: '/settings/canned-responses',
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    label: 'Chat webhooks',
    href: '/settings/chat-webhooks',
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    label: 'Chat audit log',
    href: '/settings/chat-audit',
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    label: 'Chat API',
    href: '/chat/api',
    icon: 'chat',
    permission: 'manage chat',
  },
]

/** The pages of the module that a user with these permissions may see. */
export const pagesFor = (may: ReadonlySet<ChatPermission>) =>
  [...SIDEBAR, ...SETTINGS]
    .filter(({ permission }) => may.has(permission))
    .map(({ href, label }) => ({ href, label }))
