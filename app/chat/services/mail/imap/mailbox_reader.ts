import { DateTime } from 'luxon'
import type { Logger } from '@adonisjs/core/logger'
import { ChatError } from '#chat/exceptions/chat_error'
import type { OpenMailbox } from '#chat/services/mail/imap/open_mailbox'
import type { InboundMails } from '#chat/services/mail/inbound/inbound_mails'
import { mailTooLarge } from '#chat/services/mail/inbound/mail_too_large'

interface Parts {
  inbound: Pick<InboundMails, 'receive'>
  /** The largest email that is taken, in bytes; larger ones are not loaded. */
  maxBytes: number
  logger: Pick<Logger, 'warn'>
}

/** Seconds until an email that could not be handled is tried again: the first time, and at most. */
const RETRY_AFTER = 30
const RETRY_AFTER_AT_MOST = 3600

/**
 * Takes the unread emails of a mailbox, one after the other, as `POST /p/chat/mail` takes them. An email is marked as
 * read when it is stored, so that after a crash it is taken again, and recognised. One that is refused is flagged as
 * well, for people to look at; one that cannot be handled now stays unread, and those behind it do not wait for it.
 */
export class MailboxReader {
  #failed = new Map<number, { times: number; notBefore: DateTime }>()

  constructor(
    protected mailbox: OpenMailbox,
    protected parts: Parts,
    protected clock = () => DateTime.utc()
  ) {}

  /** Takes what is unread, until `isStopped`. */
  async take(isStopped = () => false): Promise<void> {
    for (const uid of await this.mailbox.unread(this.parts.maxBytes)) {
      if (isStopped()) return
      if (!this.#waits(uid)) await this.#take(uid)
    }
  }

  /** Flags unread emails that are too large. */
  async refuseTooLarge(): Promise<void> {
    for (const uid of await this.mailbox.tooLarge(this.parts.maxBytes)) {
      await this.#refuse(uid, mailTooLarge(this.parts.maxBytes))
    }
  }

  async #take(uid: number) {
    const raw = await this.mailbox.read(uid)
    if (!raw) return
    try {
      await this.parts.inbound.receive(raw)
    } catch (error) {
      return isRefusal(error) ? this.#refuse(uid, error) : this.#postpone(uid, error)
    }
    this.#failed.delete(uid)
    await this.mailbox.mark(uid)
  }

  async #refuse(uid: number, error: Error) {
    this.parts.logger.warn({ uid, reason: error.message }, 'an email was refused')
    await this.mailbox.mark(uid, { isFlagged: true })
  }

  #postpone(uid: number, error: unknown) {
    const times = (this.#failed.get(uid)?.times ?? 0) + 1
    const seconds = Math.min(RETRY_AFTER * 4 ** (times - 1), RETRY_AFTER_AT_MOST)
    this.#failed.set(uid, { times, notBefore: this.clock().plus({ seconds }) })
    this.parts.logger.warn({ err: error, uid, seconds }, 'an email could not be taken yet')
  }

  #waits(uid: number) {
    const failed = this.#failed.get(uid)
    return failed !== undefined && failed.notBefore > this.clock()
  }
}

/** What the sender of a handed-over email would hear of: no later try changes it. */
const isRefusal = (error: unknown): error is ChatError =>
  error instanceof ChatError && error.status < 500 && error.status !== 429
