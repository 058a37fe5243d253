import type { Changed } from '../shared/heartbeats.js'
import type { LiveFrame } from '../shared/live_connection.js'
import { deskStream } from '../agent/desk_stream.js'
import { pageTitle } from '../agent/page_title.js'
import { preferences } from '../agent/preferences.js'
import { tellTimeZone } from '../agent/time_zone.js'
import { toasts } from '../agent/toasts.js'
import { enableActions } from './actions.js'
import { enableClocks } from './clocks.js'
import { Commands } from './commands.js'
import { conversationCommands } from './commands/conversation_commands.js'
import { findConversations } from './commands/find_conversations.js'
import { listCommands } from './commands/list_commands.js'
import { pageCommands } from './commands/page_commands.js'
import { showConnection } from './connection_state.js'
import type { ConversationFrame } from './frames.js'
import { enableKeys } from './keys.js'
import { enableLinks } from './links.js'
import { Letters } from './letters.js'
import { ListSync } from './list/list_sync.js'
import { enableNarrowing } from './list/narrowing.js'
import { Rows } from './list/rows.js'
import { Search } from './list/search.js'
import { Selection } from './list/selection.js'
import { enableMenus } from './menus.js'
import { Navigation } from './navigation.js'
import { OpenConversation } from './open_conversation.js'
import type { Page } from './page.js'
import { TeamMenu } from './team_menu.js'
import { Undo } from './undo.js'

/** What the composer hands on; it keeps the text unless it is said to be kept here. */
interface Sending {
  content: string
  internal: boolean
  isKept: boolean
}

const LOOK_EVERY = 20_000
const ABOUT_ROWS = ['chat.message.sent', 'chat.conversation.updated', 'chat.read']

/** Why the server does not have the page any more, by the status it says so with. */
const ENDED: Record<number, string> = {
  401: 'You have been logged out',
  403: 'You are not allowed to use the chat any more',
  404: 'The chat has been switched off',
}

/** Brings the server's page to life: connects the stream, the list and the open conversation. */
export class InboxDesk {
  readonly #rows: Rows
  readonly #list: ListSync
  readonly #navigation: Navigation
  readonly #search: Search
  readonly #letters: Letters
  readonly #undo: Undo
  readonly #team: TeamMenu
  #open?: OpenConversation
  #actions?: Commands

  constructor(private page: Page) {
    this.#rows = new Rows(page.region('rows'))
    this.#list = new ListSync(page, this.#rows)
    page.replies.join({
      onChange: () => {
        this.#open?.showPending()
        this.#open?.takeHeld()
      },
      onStored: (id, html) => id === this.#open?.id && this.#open.stored(html),
      onHeld: (id) => this.#list.touch(id),
    })
    this.#navigation = new Navigation(page, this.#rows, this.#list, {
      onPane: () => this.#adopt(),
      onFilter: (query) => this.#search.follow(query),
      onOpening: () => this.#letters.opening(),
      onOpened: () => this.#letters.opened(),
    })
    this.#search = new Search(page, this.#navigation, this.#rows)
    this.#letters = new Letters(page)
    this.#undo = new Undo(page, (ids) => this.#acted(ids))
    this.#team = new TeamMenu(page)
  }

  start() {
    const { root } = this.page
    const bar = root.querySelector<HTMLFormElement>('[data-bulk]')
    const selection = bar ? this.#selectionIn(bar) : undefined
    const actions = new Commands(
      this.page,
      this.#rows,
      this.#navigation,
      this.#search,
      this.#letters,
      this.#undo,
      selection
    )
    this.#actions = actions
    this.#addCommands(actions)
    enableMenus(root)
    enableKeys(this.page.commands, this.#letters)
    enableLinks(this.page, this.#navigation, this.#list)
    enableActions(this.page, this.#undo, (then) => this.#acted([], then))
    enableNarrowing(this.page, this.#navigation, this.#list)
    this.#team.start()
    enableClocks(root, () => this.#redraw())
    this.#listenToComposer()
    document.addEventListener('visibilitychange', () => this.#look())
    addEventListener('pagehide', () => this.#look(true))
    setInterval(() => this.#look(), LOOK_EVERY)
    this.#adopt()
    deskStream.join({
      onFrame: (frame) => this.#take(frame),
      onCatchUp: () => this.#catchUp(),
      onCatchUpBeside: async () => this.#open?.refresh(),
      onChanged: (changed, unheard) => this.#changed(changed, unheard),
      onState: (state) => showConnection(this.page.region('connection'), state),
      onRefused: (status) => this.page.askToReload(ENDED[status]),
    })
    if (tellTimeZone()) this.#redraw()
    if (this.page.current && document.activeElement === document.body) {
      this.#navigation.focusThread()
    }
  }

  #selectionIn(bar: HTMLFormElement) {
    return new Selection(this.page, this.#undo, bar, (ids) => this.#acted(ids))
  }

  /** The order is that of the palette and the help. */
  #addCommands(actions: Commands) {
    const { commands, canReply } = this.page
    if (canReply) commands.add(...conversationCommands(this.page, actions))
    commands.add(...listCommands(this.page, actions, this.#navigation))
    commands.add(...pageCommands(this.page, actions))
    commands.addFinder(findConversations(this.page, this.#navigation))
  }

  /** Takes over whatever pane the server has put there. */
  #adopt() {
    this.#open?.dispose()
    const pane = this.page.region('pane').querySelector<HTMLElement>('[data-pane]')
    if (pane) pageTitle.text = pane.dataset.title!
    if (this.page.current) toasts.dismiss(this.page.current)
    else if (this.#open) pageTitle.text = 'Chat'
    const seenSeq = pane?.dataset.pane === this.#open?.id ? this.#open?.seenSeq : undefined
    this.#open = pane
      ? new OpenConversation(this.page, pane, () => this.#toNewest(), seenSeq)
      : undefined
    this.page.replies.onScreen = this.#open?.id ?? null
    this.#look()
  }

  #take(frame: LiveFrame) {
    const { event, conversation } = frame as ConversationFrame
    if (ABOUT_ROWS.includes(event)) this.#list.take(frame as ConversationFrame)
    if (event === 'chat.visitor.updated') this.#visitorUpdated(String(frame.visitor_external_id))
    if (event === 'chat.conversation.deleted') this.#deleted(conversation.external_id)
    this.#undo.take(frame)
    this.#team.take(frame)
    this.#open?.take(frame)
  }

  #deleted(id: string) {
    this.#list.touch(id)
    if (id !== this.page.current) return
    this.#navigation.close()
    this.page.toast('This conversation has been deleted')
  }

  async #catchUp() {
    this.page.replies.flush()
    await Promise.all([this.#list.catchUp(), this.#open?.catchUp()])
    deskStream.shown(this.#rows.seqs)
  }

  /** A heartbeat tells of what no frame has told, or of what could not be fetched when one did. */
  #changed(changed: Changed, unheard: string[]) {
    this.#list.touch(...this.#list.behind(changed.filter(([id]) => unheard.includes(id))))
    this.#list.retry()
    const seq = changed.find(([id]) => id === this.#open?.id)?.[1]
    if (seq !== undefined) this.#open?.hasChanged(seq)
  }

  #visitorUpdated(visitor: string) {
    this.#list.touch(...this.#rows.ofVisitor(visitor))
    if (this.#open?.visitor === visitor) this.#open.stale()
  }

  /** From somewhere in the middle of a thread to its end. */
  async #toNewest() {
    await this.#navigation.open(this.#open!.id)
    await this.#open?.catchUp().catch(() => {})
  }

  /** `close`: what was acted on is not there any more; `next`: it is done with. */
  #acted(ids: string[] = [], then?: string) {
    this.#list.touch(...ids)
    if (!this.#open) return
    this.#list.touch(this.#open.id)
    if (then === 'close') this.#navigation.close()
    else if (then === 'next') this.#actions?.openNext()
    else this.#open.stale()
  }

  /** Dates and times have changed, though nothing else has. */
  #redraw() {
    void this.#list.catchUp().catch(() => {})
    void this.#navigation.reload()
  }

  #look(isLeaving = false) {
    const isVisible = !document.hidden && !isLeaving
    if (isVisible && this.page.current) preferences.lookingAt = this.page.current
    else if (preferences.lookingAt === this.page.current || isVisible) preferences.lookingAt = null
  }

  #listenToComposer() {
    const { root } = this.page
    root.addEventListener('chat:send', (event) => {
      if (!this.#open) return
      const { detail } = event as CustomEvent<Sending>
      const { content, internal } = detail
      const { id: conversation, title, seenSeq } = this.#open
      this.page.replies.add({ conversation, title, content, internal, seenSeq })
      detail.isKept = true
      this.#open.toEnd()
    })
    root.addEventListener('chat:typing', (event) => {
      const { isTyping } = (event as CustomEvent).detail
      const url = `${this.#open?.url}/typing`
      if (this.#open) this.page.api.post(url, { typing: isTyping }).catch(() => {})
    })
  }
}
