import type { RatingJson } from '../../../../../app/chat/transformers/json/visitor_json.js'
import type { Api } from '../api.js'
import type { Chat } from './chat.js'
import { isEnded } from './thread.js'

/** The visitor's rating of an ended conversation: requested once, always optional. */
export class Rating {
  constructor(
    private chat: Chat,
    private api: Api
  ) {}

  /** Whether the form, or the thanks for the rating, is shown below the thread. */
  get isShown() {
    if (this.chat.sync.isClosed) return false
    const current = this.chat.thread.current?.conversation
    return (
      this.chat.config.ask_rating &&
      isEnded(current) &&
      this.chat.store.get('unrated') !== current!.id
    )
  }

  /** The visitor declines; other tabs and later visits do not ask again. */
  dismiss() {
    this.chat.store.set('unrated', this.chat.thread.current!.conversation.id)
    this.chat.changed()
  }

  async send(rating: number, feedback: string) {
    const { id } = this.chat.thread.current!.conversation
    const path = `/conversations/${id}/rate`
    const rated = await this.api.post<RatingJson>(path, { rating, feedback })
    this.chat.thread.update({ id, ...rated })
    this.chat.changed()
  }
}
