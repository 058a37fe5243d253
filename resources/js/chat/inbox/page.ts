import { Api, isSessionOver } from '../agent/api.js'
import { ownReplies } from '../agent/replies/own_replies.js'
import { storeOf } from '../agent/store.js'
import type { ReplyOutbox } from '../agent/replies/reply_outbox.js'
import type { Store } from '../agent/store.js'
import { region } from './dom.js'
import { CannedList } from './composer/canned_list.js'
import { CommandRegistry } from './commands/registry.js'
import { newPageState, type PageState } from './page_state.js'
import { text } from './texts.js'

/** What a toast offers to do. */
interface ToastAction {
  label: string
  run: () => void
  /** Seconds to show it; without, until the work is done or another notice replaces it. */
  seconds?: number
  keys?: string
}

/** The inbox's page: its agent, its state, and the services that its parts share. */
export class Page {
  readonly api: Api
  readonly store: Store
  readonly canned: CannedList
  readonly commands = new CommandRegistry()
  readonly replies: ReplyOutbox
  /** The state that components show. */
  readonly state: PageState
  #toasts = 0

  constructor(readonly root: HTMLElement) {
    this.state = newPageState(root.dataset.query!)
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

  /** The filters of the list as a query string: `filter=open&label=…`. */
  get query() {
    return this.state.query
  }

  set query(query: string) {
    this.state.query = query
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

  /** Shows a notice that must not be missed, with an action. */
  toast(message: string, action?: ToastAction) {
    const id = ++this.#toasts
    const { label = text('inbox_script.dismiss'), keys, run } = action ?? {}
    this.state.toasts = [{ id, message, label, keys, run }]
    const seconds = action ? action.seconds : 8
    if (seconds) setTimeout(() => this.dismiss(id), seconds * 1000)
  }

  dismiss(id: number) {
    this.state.toasts = this.state.toasts.filter((toast) => toast.id !== id)
  }

  /** Opens a dialog of the page, or goes to the search field. */
  open(what: 'help' | 'palette' | 'search') {
    this.root.dispatchEvent(new CustomEvent(`chat:${what}`, { bubbles: true }))
  }

  /** Asks the agent to reload; drafts and unsent replies survive it. */
  askToReload(reason: string) {
    this.toast(reason, { label: text('inbox_script.reload'), run: () => location.reload() })
  }

  /** Shows why a request failed. */
  failed(error: unknown) {
    if (isSessionOver(error)) this.askToReload((error as Error).message)
    else this.toast(error instanceof Error ? error.message : text('inbox_script.failed'))
  }
}
