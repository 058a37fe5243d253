import { previewText } from '../../shared/preview_text.js'
import type { Bridge } from '../bridge.js'
import type { Chat } from '../model/chat.js'
import type { Message } from '../model/types.js'
import { text } from '../texts.js'

/**
 * The newest unread message of the team while the chat is closed, drawn by the loader on the website's page. It
 * stays until the visitor opens the chat, reads it elsewhere or dismisses it, which holds for all their tabs.
 */
export class Preview {
  #message?: Message
  #posted = '[]'

  constructor(
    private chat: Chat,
    private bridge: Bridge
  ) {}

  render() {
    const { chat } = this
    const newest = chat.thread.current?.messages
      .filter(({ sender_type: by, type }) => (by === 'agent' || by === 'bot') && type !== 'event')
      .at(-1)
    // A message that arrived while the chat was open is not news, even unscrolled
    if (chat.isOpen && newest) this.#settle(newest)
    const isNews = !!newest && chat.unread > 0 && chat.store.get('previewed') !== newest.id
    this.#message = isNews && !chat.isOpen ? newest : undefined
    this.#post()
  }

  dismiss() {
    if (this.#message) this.#settle(this.#message)
    this.render()
  }

  #settle({ id }: Message) {
    this.chat.store.set('previewed', id)
  }

  #post() {
    const message = this.#message
    const buttons = message
      ? [
          ['show', message.sender_name || text('team'), previewText(message.content)],
          ['dismiss', text('dismiss')],
        ]
      : []
    const posted = JSON.stringify(buttons)
    if (posted === this.#posted) return
    this.#posted = posted
    this.bridge.post('preview', { buttons })
  }
}
