import type { ReplyOutbox } from '../../agent/replies/reply_outbox.js'
import type { SeenMark } from '../thread/seen_mark.js'
import type { ThreadSync } from '../thread/thread_sync.js'
import type { ThreadView } from '../thread/thread_view.js'

/**
 * Replies that the server did not take because newer messages had arrived. They go back to the composer, and the
 * messages that their author has missed are marked in the thread.
 */
export class HeldReplies {
  constructor(
    private replies: ReplyOutbox,
    private pane: HTMLElement,
    private view: ThreadView,
    private sync: ThreadSync,
    private seen: SeenMark
  ) {}

  /**
   * Moves the held replies of this conversation back to the composer. Where the end of the thread is not loaded, it
   * opens the end first, unless `isHere` says that it has just been loaded.
   */
  giveBack(isHere: boolean) {
    const composer = this.pane.querySelector('.chat-composer')
    const held = this.replies.heldIn(this.pane.dataset.pane!)
    if (!held || !composer?.isConnected) return
    if (this.view.hasNewer && !isHere) return this.view.scroller.toEnd()
    const { ids, content, files, seenSeq } = held
    const dispatch = (event: string, detail: object) =>
      composer.dispatchEvent(new CustomEvent(event, { detail }))
    const returned = { content, files, isKept: false }
    dispatch('chat:held', returned)
    if (!returned.isKept) return
    this.replies.remove(...ids)
    // The composer mentions the missed messages once they are in the thread
    const showMissed = () => {
      this.seen.notified()
      dispatch('chat:missed', { names: this.view.markMissed(seenSeq) })
    }
    this.view.scroller.toEnd()
    void this.sync.catchUp().then(showMissed, () => {})
  }
}
