import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from '@adonisjs/core/logger'
import type { InboundMail } from '#chat/config/mail_config'
import type { InboundMails } from '#chat/services/mail/inbound/inbound_mails'
import { MailboxLease } from '#chat/services/mail/imap/mailbox_lease'
import { MailboxReader } from '#chat/services/mail/imap/mailbox_reader'
import { openMailbox, type OpenMailbox } from '#chat/services/mail/imap/open_mailbox'

/** How often a process that does not read the mailbox looks whether it is free. */
const CLAIM_EVERY_MS = 5000
const RENEW_EVERY_MS = 20_000
/** How often the mailbox is looked at without a report of the mail server's. */
const LOOK_EVERY_MS = 60_000
/** Of so many looks one is for emails that are too large. */
const LARGE_EVERY = 10
/** Seconds until the next try after a failure: the first time, and at most. */
const RETRY_AFTER = 5
const RETRY_AFTER_AT_MOST = 300
/** How long an email under way may take when the process ends. */
const LAST_MOMENTS_MS = 4000

interface Parts {
  /** How emails are received; null, or without `imap`, where no mailbox is read. */
  settings: InboundMail | null
  inbound: Pick<InboundMails, 'receive'>
  logger: Logger
}

/**
 * Takes the emails of a mailbox (IMAP) as they arrive. Of several processes one reads it, and keeps its connection open;
 * another takes over within a minute when that one dies.
 */
export class MailboxWorker {
  #lease = new MailboxLease()
  #stop = new AbortController()
  #work: Promise<void> = Promise.resolve()
  #failures = 0

  constructor(protected parts: Parts) {}

  get #imap() {
    return this.parts.settings?.imap ?? null
  }

  start() {
    this.#stop = new AbortController()
    this.#work = this.#imap ? this.#run() : this.#lease.forget().catch(() => {})
  }

  /** Ends after the email that is under way, within four seconds. */
  async stop() {
    this.#stop.abort()
    await this.#work
  }

  /** Takes what is in the mailbox now, unless another process reads it; for a worker that is not started. */
  async round(): Promise<void> {
    if (this.#imap && (await this.#lease.claim())) await this.#serve(false)
  }

  async #run() {
    const { signal } = this.#stop
    while (!signal.aborted) {
      try {
        if (await this.#lease.claim()) await this.#serve(true)
      } catch (error) {
        this.parts.logger.warn({ err: error }, 'the mailbox could not be claimed')
      }
      await pause(CLAIM_EVERY_MS, undefined, { signal, ref: false }).catch(() => {})
    }
  }

  /** Reads the mailbox once or, while it is open, whenever emails arrive; gives the claim back afterwards. */
  async #serve(isLasting: boolean) {
    let mailbox: OpenMailbox | null = null
    try {
      mailbox = await openMailbox(this.#imap!, this.#stop.signal)
      await this.#read(mailbox, isLasting)
      this.#failures = 0
      await this.#lease.release()
    } catch (error) {
      if (this.#stop.signal.aborted) return await this.#lease.release()
      this.#failures += 1
      const seconds = Math.min(RETRY_AFTER * 2 ** (this.#failures - 1), RETRY_AFTER_AT_MOST)
      this.parts.logger.warn({ err: error, seconds }, 'the mailbox cannot be read')
      await this.#lease.release(seconds, error as Error)
    } finally {
      mailbox?.close()
    }
  }

  async #read(mailbox: OpenMailbox, isLasting: boolean) {
    const { signal } = this.#stop
    const { settings, inbound, logger } = this.parts
    const reader = new MailboxReader(mailbox, { inbound, maxBytes: settings!.maxBytes, logger })
    const news = new News()
    mailbox.watch(() => news.come())
    const ending = () => {
      news.come()
      setTimeout(() => mailbox.close(), LAST_MOMENTS_MS).unref()
    }
    signal.addEventListener('abort', ending, { once: true })
    const renewal = setInterval(() => void this.#renew(mailbox), RENEW_EVERY_MS)
    try {
      for (let looks = 0; !signal.aborted; looks += 1) {
        if (looks % LARGE_EVERY === 0) await reader.refuseTooLarge()
        await reader.take(() => signal.aborted)
        if (!isLasting) return
        this.#failures = 0
        await news.within(LOOK_EVERY_MS)
        if (!mailbox.isOpen && !signal.aborted) throw new Error('The mail server has hung up')
      }
    } finally {
      clearInterval(renewal)
      signal.removeEventListener('abort', ending)
    }
  }

  /** Without the claim another process reads the mailbox. */
  async #renew(mailbox: OpenMailbox) {
    const isMine = await this.#lease.renew().catch(() => true)
    if (!isMine) mailbox.close()
  }
}

/** Whether there is something to look at; what comes during a look leads to another one. */
class News {
  #isThere = false
  #heard = () => {}

  come() {
    this.#isThere = true
    this.#heard()
  }

  /** Resolves when there is news, which is taken, or after so long. */
  async within(milliseconds: number): Promise<void> {
    if (!this.#isThere) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#heard = resolve
      const timer = setTimeout(resolve, milliseconds)
      await promise
      clearTimeout(timer)
    }
    this.#isThere = false
  }
}
