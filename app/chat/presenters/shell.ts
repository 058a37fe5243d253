import type { ChatPermission } from '#chat/contracts/permissions'
import type { SidebarEntry } from '#chat/contracts/module_definition'
import { chatAsset } from '#chat/support/assets'
import { textsUrl } from '#chat/texts/script_texts'
import { HOME, SETTINGS, SIDEBAR } from '#chat/support/module_pages'
import { chatPrefix, chatUrl } from '#chat/support/chat_url'

type Held = Partial<Record<ChatPermission, boolean>>

/** What `chat::shell` shows around a page: the pages that the user may see, scripts and styles. */
export function presentShell(may: Held, url: string, homeUrl: string) {
  const [agent, own] = ['agent', 'shell'].map((name) =>
    chatAsset(`resources/js/chat/${name}/main.ts`)
  )
  const entries = (all: SidebarEntry[]) => all.filter(({ permission }) => may[permission])
  const [pages, settings] = [entries(SIDEBAR), entries([HOME, ...SETTINGS])]
  const current = currentOf([...pages, ...settings], chatPrefix() + url)
  const marked = (all: SidebarEntry[]) =>
    all.map((entry) => ({ ...entry, isCurrent: entry === current }))
  return {
    homeUrl,
    pages: marked(pages),
    settings: marked(settings),
    styles: [...own.css, ...agent.css],
    scripts: [textsUrl('agent'), agent.js],
  }
}

/** Of several entries whose addresses this one begins with, the most specific is the current one. */
function currentOf(entries: SidebarEntry[], url: string) {
  const inbox = chatUrl('chat.inbox.index')
  return entries
    .filter(({ href }) => (href === inbox ? isInbox(url, inbox) : `${url}/`.startsWith(`${href}/`)))
    .sort((left, right) => right.href.length - left.href.length)[0]
}

/** The list, and each conversation; other pages lie below them. */
const isInbox = (url: string, inbox: string) =>
  url === inbox || /^\/[0-9a-f-]{36}$/.test(url.slice(inbox.length))
