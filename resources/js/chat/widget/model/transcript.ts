import type { RequestError } from '../../shared/net/request_error.js'
import type { Api } from '../api.js'
import { text } from '../texts.js'
import type { Chat } from './chat.js'
import { EMAIL } from './contact.js'
import { introduce } from './introduce.js'

/** Lets visitors keep the present conversation: as a file, or in an email to their own address (W20). */
export class Transcript {
  constructor(
    private chat: Chat,
    private api: Api
  ) {}

  /** Whether there is something to keep. */
  get isOffered() {
    return !!this.chat.thread.current?.messages.length
  }

  /** Whether the visitor has given no address yet. */
  get asksEmail() {
    return !this.chat.contact.visitor.has_email
  }

  /** Saves the file; rejects when it cannot be loaded. */
  async download(format: 'html' | 'text') {
    const query = new URLSearchParams({ format, zone: zoneHere() })
    const url = this.api.url(`${this.#path}?${query}`)
    const answer = await fetch(url, { headers: this.api.headers(), credentials: 'omit' })
    if (!answer.ok) throw new Error(String(answer.status))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await answer.blob())
    const { number } = this.chat.thread.current!.conversation
    link.download = `${number}.${format === 'text' ? 'txt' : 'html'}`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }

  /** Has the email sent, and saves the address when one was typed; answers its error, empty for none. */
  async mail(email: string): Promise<string> {
    if (this.asksEmail && !EMAIL.test(email)) return text('email_invalid')
    try {
      if (this.asksEmail) await introduce(this.chat, { email })
      await this.api.post(this.#path, { zone: zoneHere() })
      return ''
    } catch (error) {
      const { status } = error as RequestError
      return status === 422 ? text('email_invalid') : text('keep_failed')
    }
  }

  get #path() {
    return `/conversations/${this.chat.thread.current!.conversation.id}/transcript`
  }
}

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
