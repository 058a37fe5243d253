import type { ImapMailbox } from '#chat/config/imap_mailbox'
import { ImapLibraryMissing } from '#chat/exceptions/setup_errors'

const BY_UID = { uid: true } as const
type ByUid = typeof BY_UID

/** What is used of a connection of `imapflow`, which a host may not have. */
interface Connection {
  readonly usable: boolean
  search(query: Wanted, by: ByUid): Promise<number[] | false | undefined>
  fetchOne(uid: string, query: { source: true }, by: ByUid): Promise<{ source?: Buffer } | false>
  messageFlagsAdd(uid: string, flags: string[], by: ByUid): Promise<boolean>
  on(event: 'exists' | 'close', listener: () => void): unknown
  close(): void
}

interface Wanted {
  seen: boolean
  /** In bytes. */
  smaller?: number
  larger?: number
}

/** Milliseconds of silence after which the server is asked to report new emails (IDLE). */
const IDLE_AFTER_MS = 1000
const CONNECT_WITHIN_MS = 20_000

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

/** An open mailbox: emails are known by their UID. */
export class OpenMailbox {
  constructor(protected connection: Connection) {}

  get isOpen() {
    return this.connection.usable
  }

  /** Calls back when emails arrive, and when the connection ends. */
  watch(callback: () => void) {
    this.connection.on('exists', callback)
    this.connection.on('close', callback)
  }

  /** Unread emails of up to `maxBytes`, the oldest first. */
  async unread(maxBytes: number): Promise<number[]> {
    return this.#find({ seen: false, smaller: maxBytes + 1 })
  }

  /** Unread emails of more bytes. */
  async tooLarge(maxBytes: number): Promise<number[]> {
    return this.#find({ seen: false, larger: maxBytes })
  }

  /** An email as it arrived; null when it is gone. */
  async read(uid: number): Promise<Buffer | null> {
    const found = await this.connection.fetchOne(String(uid), { source: true }, BY_UID)
    return (found && found.source) || null
  }

  /** Marks an email as read, and as flagged where people should look at it. */
  async mark(uid: number, { isFlagged = false } = {}): Promise<void> {
    const flags = isFlagged ? ['\\Seen', '\\Flagged'] : ['\\Seen']
    const isMarked = await this.connection.messageFlagsAdd(String(uid), flags, BY_UID)
    if (!isMarked) throw new Error('The mail server does not let us mark emails as read')
  }

  close() {
    this.connection.close()
  }

  async #find(wanted: Wanted): Promise<number[]> {
    const found = await this.connection.search(wanted, BY_UID)
    if (!found) throw new Error('The mail server does not let us look for emails')
    return found.toSorted((one, other) => one - other)
  }
}

/**
 * Connects to a mail server and opens the mailbox.
 *
 * @param signal ends the connection before the mailbox is open
 * @throws ImapLibraryMissing without `imapflow`; an error in the mail server's words
 */
export async function openMailbox(
  settings: ImapMailbox,
  signal?: AbortSignal
): Promise<OpenMailbox> {
  const { host, port, secure, user, password, mailbox } = settings
  const { ImapFlow } = await import('imapflow').catch(() => {
    throw new ImapLibraryMissing()
  })
  const client = new ImapFlow({
    ...{ host, port, secure, auth: { user, pass: password } },
    ...(!secure && !LOCAL.test(host) && { doSTARTTLS: true }),
    ...{ logger: false, autoIdleDelay: IDLE_AFTER_MS },
    ...{ connectionTimeout: CONNECT_WITHIN_MS, greetingTimeout: CONNECT_WITHIN_MS },
  })
  // Whatever breaks a connection rejects what waits for it, and closes it
  client.on('error', () => {})
  const end = () => client.close()
  signal?.addEventListener('abort', end, { once: true })
  try {
    await client.connect()
    await client.mailboxOpen(mailbox)
  } catch (error) {
    end()
    throw inItsWords(error)
  } finally {
    signal?.removeEventListener('abort', end)
  }
  return new OpenMailbox(client)
}

/** `imapflow` reports "Command failed" and keeps the reason beside it. */
function inItsWords(error: unknown): Error {
  const { message, responseText } = error as Error & { responseText?: string }
  return new Error(responseText || message, { cause: error })
}
