import { Api, isSessionOver } from '../agent/api.js'
import { ownReplies, storeOf } from '../agent/replies/own_replies.js'
import type { ReplyOutbox } from '../agent/replies/reply_outbox.js'
import type { Store } from '../agent/store.js'
import { region } from './dom.js'
import { CannedList } from './composer/canned_list.js'
import { CommandRegistry } from './commands/registry.js'

/** What a toast offers to do. */
interface ToastAction {
  label: string
  run: () => void
  /** For how long; without, until it is done or something else is said. */
  seconds?: number
  keys?: string
}

/** The inbox on this page: who works in it, what it shows, and what its parts have in common. */
export class Page {
  readonly api: Api
  readonly store: Store
  readonly canned: CannedList
  readonly commands = new CommandRegistry()
  readonly replies: ReplyOutbox

  constructor(readonly root: HTMLElement) {
    this.api = new Api(root.dataset.csrf!)
    this.canned = new CannedList(this.api)
    this.store = storeOf(this.agentId)
    this.replies = ownReplies(this.agentId)
  }

  get agentId() {
    return Number(this.root.dataset.agent)
  }

  get canReply() {
    return this.root.dataset.canReply === 'yes'
  }

  /** The filters of the list, as an address says them: `filter=open&label=…`. */
  get query() {
    return this.root.dataset.query!
  }

  set query(query: string) {
    this.root.dataset.query = query
  }

  /** The open conversation's id, or nothing. */
  get current() {
    return this.root.dataset.current || null
  }

  set current(id: string | null) {
    this.root.dataset.current = id ?? ''
    this.root.dataset.view = id ? 'thread' : 'list'
    if (!id) this.isPanelOpen = false
  }

  get isPanelOpen() {
    return this.root.dataset.panel === 'open'
  }

  set isPanelOpen(isOpen: boolean) {
    this.root.dataset.panel = isOpen ? 'open' : 'closed'
  }

  region(name: string) {
    return region(this.root, name)
  }

  /** Says something that must not be missed, with a way to do something about it. */
  toast(text: string, action?: ToastAction) {
    const toast = document.createElement('div')
    toast.className = 'chat-toast'
    toast.append(Object.assign(document.createElement('span'), { textContent: text }))
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = action?.label ?? 'Dismiss'
    if (action?.keys) button.setAttribute('aria-keyshortcuts', action.keys)
    button.onclick = () => {
      toast.remove()
      action?.run()
    }
    toast.append(button)
    this.region('toasts').replaceChildren(toast)
    const seconds = action ? action.seconds : 8
    if (seconds) setTimeout(() => toast.remove(), seconds * 1000)
  }

  /** What is written here stays: drafts and what was not sent yet survive the reload. */
  askToReload(text: string) {
    this.toast(text, { label: 'Reload', run: () => location.reload() })
  }

  /** Says why something did not work. */
  failed(error: unknown) {
    if (isSessionOver(error)) this.askToReload((error as Error).message)
    else this.toast(error instanceof Error ? error.message : 'Something went wrong')
  }
}
