import type { Api } from '../api.js'
import type { Store } from '../store.js'
import { isEnded, type Thread } from './thread.js'

/** What the server has stored of a rating. */
export interface Rated {
  rating: number
  feedback: string | null
}

/** The visitor's word on a conversation that has ended: asked for once, and never insisted upon. */
export class Rating {
  constructor(
    private api: Api,
    private store: Store,
    private thread: Thread,
    private isWanted: boolean,
    private onChange: () => void
  ) {}

  /** Whether the form, or the thanks for it, belongs below the thread now. */
  get isShown() {
    const current = this.thread.current?.conversation
    return this.isWanted && isEnded(current) && this.store.get('unrated') !== current!.id
  }

  /** The visitor would rather not; other tabs and visits keep to it. */
  dismiss() {
    this.store.set('unrated', this.thread.current!.conversation.id)
    this.onChange()
  }

  async send(rating: number, feedback: string) {
    const { conversation } = this.thread.current!
    const path = `/conversations/${conversation.id}/rate`
    const rated = await this.api.post<Rated>(path, { rating, feedback })
    this.thread.update({ ...conversation, ...rated })
    this.onChange()
  }
}
