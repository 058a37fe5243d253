import type { Changed, LiveFrame } from '../shared/live_connection.js'
import { agentStream } from '../agent/agent_stream.js'
import { pageTitle } from '../agent/page_title.js'
import { preferences } from '../agent/preferences.js'
import { reportTimeZone } from '../agent/time_zone.js'
import { toasts } from '../agent/toasts.js'
import { enableClocks } from './clocks.js'
import { Commands } from './commands.js'
import { conversationCommands } from './commands/conversation_commands.js'
import { findConversations } from './commands/find_conversations.js'
import { listCommands } from './commands/list_commands.js'
import { pageCommands } from './commands/page_commands.js'
import { listenToComposer } from './composer/composer_events.js'
import type { ConversationFrame } from './frames.js'
import { enableKeys } from './keys.js'
import { enableLinks } from './links.js'
import { Letters } from './letters.js'
import { ListSync } from './list/list_sync.js'
import { Rows } from './list/rows.js'
import { Navigation } from './navigation.js'
import { OpenConversation } from './open_conversation.js'
import type { Page } from './page.js'
import type { InboxServices } from './services.js'
import { TeamMenu } from './team_menu.js'
import { Undo } from './undo.js'
import { text } from './texts.js'

const LOOK_EVERY = 20_000
/** Frames that remove a conversation from this agent's view, and the reason shown. */
const GONE: Record<string, string> = {
  'chat.conversation.deleted': text('inbox_script.gone.deleted'),
  'chat.conversation.left': text('inbox_script.gone.left'),
}

const ABOUT_ROWS = ['chat.message.sent', 'chat.conversation.updated', 'chat.read']

/** Why the page is no longer available, by the status of the refused stream. */
const ENDED: Record<number, string> = {
  401: text('inbox_script.ended.logged_out'),
  403: text('inbox_script.ended.forbidden'),
  404: text('inbox_script.ended.off'),
}

/** The inbox of one page: connects the stream, the list and the open conversation. */
export class Inbox implements InboxServices {
  readonly rows: Rows
  readonly list: ListSync
  readonly navigation: Navigation
  readonly #letters: Letters
  readonly undo: Undo
  readonly #team: TeamMenu
  #open?: OpenConversation
  #actions?: Commands

  constructor(readonly page: Page) {
    this.rows = new Rows(page.region('rows'), () => page.current)
    this.list = new ListSync(page, this.rows)
    page.replies.join({
      onChange: () => {
        this.#open?.showPending()
        this.#open?.takeHeld()
      },
      onStored: (id, html) => id === this.#open?.id && this.#open.stored(html),
      onHeld: (id) => this.list.touch(id),
    })
    this.navigation = new Navigation(page, this.rows, this.list, {
      onPane: () => this.#adopt(),
      onOpening: (from) => this.#letters.opening(from),
      onOpened: () => this.#letters.opened(),
    })
    this.#letters = new Letters(page)
    this.undo = new Undo(page, (ids) => this.acted(ids))
    this.#team = new TeamMenu(page, () => this.#open?.refresh())
  }

  start() {
    const { root } = this.page
    const actions = new Commands(this.page, this.rows, this.navigation, this.#letters, this.undo)
    this.#actions = actions
    this.#addCommands(actions)
    enableKeys(this.page.commands, this.#letters)
    enableLinks(this.page, this.navigation, this.list)
    this.list.pages.follow().catch((error) => this.page.failed(error))
    this.#team.start()
    enableClocks(root, () => this.#redraw())
    listenToComposer(this.page, () => this.#open)
    document.addEventListener('visibilitychange', () => this.#look())
    addEventListener('pagehide', () => this.#look(true))
    setInterval(() => this.#look(), LOOK_EVERY)
    this.#adopt()
    agentStream.join({
      onFrame: (frame) => this.#take(frame),
      onCatchUp: (missed) => this.#catchUp(missed),
      onCatchUpBeside: async (missed) => missed ?? this.#open?.refresh(),
      onChanged: (changed, unheard) => this.#changed(changed, unheard),
      onState: (state) => (this.page.state.connection = state),
      onRefused: (status) => this.page.askToReload(ENDED[status]),
    })
    if (!root.dataset.timeZone && reportTimeZone()) this.#redraw()
    if (this.page.current && document.activeElement === document.body) {
      this.navigation.focusThread()
    }
  }

  /** The order is that of the palette and the help. */
  #addCommands(actions: Commands) {
    const { commands, canReply } = this.page
    if (canReply) commands.add(...conversationCommands(this.page, actions))
    commands.add(...listCommands(this.page, actions, this.navigation))
    commands.add(...pageCommands(this.page, actions))
    commands.addFinder(findConversations(this.page, this.navigation))
  }

  /** Attaches to the pane that the server has rendered. */
  #adopt() {
    this.#open?.dispose()
    const pane = this.page.region('pane').querySelector<HTMLElement>('[data-pane]')
    if (pane) pageTitle.text = pane.dataset.title!
    if (this.page.current) toasts.dismiss(this.page.current)
    else if (this.#open) pageTitle.text = text('inbox_script.page')
    const seenSeq = pane?.dataset.pane === this.#open?.id ? this.#open?.seenSeq : undefined
    this.#open = pane
      ? new OpenConversation(this.page, pane, () => this.#toNewest(), seenSeq)
      : undefined
    this.page.replies.onScreen = this.#open?.id ?? null
    this.#look()
  }

  #take(frame: LiveFrame) {
    const { event, conversation } = frame as ConversationFrame
    if (ABOUT_ROWS.includes(event)) this.list.take(frame as ConversationFrame)
    if (event === 'chat.visitor.updated')
      this.#visitorUpdated(String((frame.visitor as { uuid?: string })?.uuid))
    if (event in GONE) this.#gone(conversation.uuid, GONE[event])
    this.undo.take(frame)
    this.#team.take(frame)
    this.#open?.take(frame)
  }

  #gone(id: string, why: string) {
    this.list.touch(id)
    if (id !== this.page.current) return
    this.navigation.close()
    this.page.toast(why)
  }

  async #catchUp(missed?: Changed) {
    this.page.replies.flush()
    await Promise.all([this.list.catchUp(missed), this.#open?.catchUp(missed)])
    agentStream.shown(this.rows.seqs)
  }

  /** A heartbeat reports changes whose frames were lost, or whose content could not be fetched. */
  #changed(changed: Changed, unheard: string[]) {
    this.list.touch(...this.list.behind(changed.filter(([id]) => unheard.includes(id))))
    this.list.retry()
    const seq = changed.find(([id]) => id === this.#open?.id)?.[1]
    if (seq !== undefined) this.#open?.hasChanged(seq)
  }

  #visitorUpdated(visitor: string) {
    this.list.touch(...this.rows.ofVisitor(visitor))
    if (this.#open?.visitor === visitor) this.#open.stale()
  }

  /** Opens the thread at its end. */
  async #toNewest() {
    await this.navigation.open(this.#open!.id)
    await this.#open?.catchUp().catch(() => {})
  }

  /** `close`: the open conversation no longer exists; `next`: the agent has finished it. */
  acted(ids: string[] = [], then?: string) {
    this.list.touch(...ids)
    if (!this.#open) return
    this.list.touch(this.#open.id)
    if (then === 'close') this.navigation.close()
    else if (then === 'next') this.#actions?.openNext()
    else this.#open.stale()
  }

  /** Redraws dates and times after midnight, or in another time zone. */
  #redraw() {
    void this.list.catchUp().catch(() => {})
    void this.navigation.reload()
  }

  #look(isLeaving = false) {
    const isVisible = !document.hidden && !isLeaving
    if (isVisible && this.page.current) preferences.lookingAt = this.page.current
    else if (preferences.lookingAt === this.page.current || isVisible) preferences.lookingAt = null
  }
}
