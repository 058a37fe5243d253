import type { ModuleDefinition } from '#chat/contracts/module_definition'
import type { ChatPermission } from '#chat/contracts/permissions'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** The module's entries in the host's sidebar. */
export const SIDEBAR: ModuleDefinition['sidebar'] = [
  {
    get label() {
      return text('module.chat')
    },
    get href() {
      return chatUrl('chat.inbox.index')
    },
    icon: 'chat',
    permission: 'view chat',
    badgeId: 'chat-sidebar-unread',
    slotId: 'chat-sidebar-status',
    bellId: 'chat-bell',
  },
  {
    get label() {
      return text('dashboard.title')
    },
    get href() {
      return chatUrl('chat.dashboard.show')
    },
    icon: 'dashboard',
    permission: 'view chat',
  },
  {
    get label() {
      return text('agents.title')
    },
    get href() {
      return chatUrl('chat.agents.index')
    },
    icon: 'agents',
    permission: 'manage chat',
  },
]

/** The module's settings: the switch, where the host leaves it to the chat, and a list of the pages below. */
export const HOME: ModuleDefinition['settings'][number] = {
  get label() {
    return text('shell.settings')
  },
  get href() {
    return chatUrl('chat.settings.home')
  },
  icon: 'chat',
  permission: 'manage chat',
}

/** The module's entries in the host's settings. */
export const SETTINGS: ModuleDefinition['settings'] = [
  {
    get label() {
      return text('widgets.title')
    },
    get href() {
      return chatUrl('chat.settings.widgets.index')
    },
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    get label() {
      return text('labels.title')
    },
    get href() {
      return chatUrl('chat.settings.labels.index')
    },
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    get label() {
      return text('canned.title')
    },
    get href() {
      return chatUrl('chat.settings.canned.index')
    },
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    get label() {
      return text('webhooks.title')
    },
    get href() {
      return chatUrl('chat.settings.webhooks.index')
    },
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    get label() {
      return text('blocks.title')
    },
    get href() {
      return chatUrl('chat.settings.blocks.index')
    },
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    get label() {
      return text('work.title')
    },
    get href() {
      return chatUrl('chat.settings.work.index')
    },
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    get label() {
      return text('audit.title')
    },
    get href() {
      return chatUrl('chat.settings.audit')
    },
    icon: 'chat',
    permission: 'manage chat',
  },
  {
    get label() {
      return text('reference.title')
    },
    get href() {
      return chatUrl('chat.api_page')
    },
    icon: 'chat',
    permission: 'manage chat',
  },
]

/** The pages of the module that a user with these permissions may see. */
export const pagesFor = (may: ReadonlySet<ChatPermission>) =>
  [...SIDEBAR, ...SETTINGS]
    .filter(({ permission }) => may.has(permission))
    .map(({ href, label }) => ({ href, label }))
