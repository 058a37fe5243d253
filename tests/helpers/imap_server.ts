import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { ImapMailbox } from '#chat/config/imap_mailbox'

/** A mail server with one mailbox, as the tests use it; a real one and one that is made up are alike. */
export interface ImapServer {
  /** How the mailbox is reached. */
  readonly settings: ImapMailbox
  /** Delivers an email. */
  deliver(raw: Buffer): Promise<void>
  /** The flags of each email, the oldest first, such as `Flagged Seen`. */
  flags(): Promise<string[]>
  stop(): Promise<unknown>
}

interface Mail {
  raw: Buffer
  flags: Set<string>
}

const CAPABILITIES = 'CAPABILITY IMAP4rev1 IDLE'

/** Speaks as much of IMAP as reading a mailbox needs; the UID of an email is its place, from 1 on. */
export class MadeUpImap implements ImapServer {
  /** What clients have asked for, without tags. */
  readonly commands: string[] = []
  /** Commands that are carried out, but not answered: the connection ends instead. */
  dropsAt: RegExp | null = null
  readonly mails: Mail[] = []
  readonly #sessions = new Set<Session>()
  readonly #server = createServer((socket) => {
    const session = new Session(socket, this)
    this.#sessions.add(session)
    socket.on('close', () => this.#sessions.delete(session))
  })

  async start() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  get settings() {
    const { port } = this.#server.address() as AddressInfo
    const at = { host: '127.0.0.1', port, secure: false }
    return { ...at, user: 'chat', password: 'secret', mailbox: 'INBOX' }
  }

  get sessions() {
    return this.#sessions.size
  }

  async deliver(raw: Buffer) {
    this.mails.push({ raw, flags: new Set() })
    for (const session of this.#sessions) session.report()
  }

  async flags() {
    return this.mails.map(({ flags }) => [...flags].sort().join(' '))
  }

  stop() {
    for (const session of this.#sessions) session.end()
    return new Promise((resolve) => this.#server.close(resolve))
  }
}

/** One connection. */
class Session {
  #rest = ''
  #idles: string | null = null
  /** How many emails the client knows of; null before it has opened the mailbox. */
  #known: number | null = null

  constructor(
    protected socket: Socket,
    protected server: MadeUpImap
  ) {
    socket.setEncoding('latin1')
    socket.on('error', () => {})
    socket.on('data', (data) => this.#hear(String(data)))
    this.#say(`* OK [${CAPABILITIES}] ready`)
  }

  /** Says that emails have arrived, if the client has asked to hear of it. */
  report() {
    if (this.#idles) this.#reportNew()
  }

  end() {
    this.socket.destroy()
  }

  #hear(data: string) {
    const lines = (this.#rest + data).split('\r\n')
    this.#rest = lines.pop()!
    for (const line of lines) this.#obey(line)
  }

  #obey(line: string) {
    if (this.#idles && line.toUpperCase() === 'DONE') {
      this.#say(`${this.#idles} OK done`)
      this.#idles = null
      return
    }
    const [tag, ...words] = line.split(' ')
    const command = words.join(' ')
    this.server.commands.push(command)
    const answer = this.#answer(tag, command)
    if (this.server.dropsAt?.test(command)) return this.end()
    if (answer === null) return
    this.#reportNew()
    this.#say(`${tag} ${answer}`)
    if (/^LOGOUT/i.test(command)) this.socket.end()
  }

  /** What the tagged answer says; null for none. */
  #answer(tag: string, command: string): string | null {
    const name = /^(?:UID )?\w+/i.exec(command)?.[0].toUpperCase()
    if (name === 'CAPABILITY') this.#say(`* ${CAPABILITIES}`)
    else if (name === 'LOGIN') return this.#login(command)
    else if (name === 'LIST') this.#list(command)
    else if (name === 'SELECT') return this.#select(command)
    else if (name === 'UID SEARCH') this.#search(command)
    else if (name === 'UID FETCH') this.#fetch(command)
    else if (name === 'UID STORE') this.#store(command)
    else if (name === 'IDLE') {
      this.#idles = tag
      this.#say('+ idling')
      this.#reportNew()
      return null
    } else if (name === 'LOGOUT') this.#say('* BYE')
    else if (name !== 'NOOP') return 'BAD unknown'
    return 'OK done'
  }

  #login(command: string) {
    const { user, password } = this.server.settings
    const isRight = command.replaceAll('"', '') === `LOGIN ${user} ${password}`
    return isRight ? `OK [${CAPABILITIES}] logged in` : 'NO [AUTHENTICATIONFAILED] Wrong password'
  }

  #list(command: string) {
    if (command.endsWith('""')) this.#say('* LIST (\\Noselect) "/" ""')
    else if (/ "?INBOX"?$/i.test(command)) this.#say('* LIST () "/" INBOX')
  }

  #select(command: string) {
    if (!/^SELECT "?INBOX"?$/i.test(command)) return 'NO [NONEXISTENT] No such mailbox'
    this.#known = this.server.mails.length
    this.#say('* FLAGS (\\Seen \\Flagged)')
    this.#say(`* ${this.#known} EXISTS`)
    this.#say('* 0 RECENT')
    this.#say('* OK [PERMANENTFLAGS (\\Seen \\Flagged)] limited')
    this.#say('* OK [UIDVALIDITY 1] valid')
    this.#say(`* OK [UIDNEXT ${this.#known + 1}] next`)
    return 'OK [READ-WRITE] selected'
  }

  #search(command: string) {
    const limit = (name: string, otherwise: number) =>
      Number(new RegExp(`${name} (\\d+)`).exec(command)?.[1] ?? otherwise)
    const [smaller, larger] = [limit('SMALLER', Infinity), limit('LARGER', -1)]
    const found = this.server.mails.flatMap(({ raw: { length }, flags }, index) =>
      !flags.has('Seen') && length < smaller && length > larger ? [index + 1] : []
    )
    this.#say(['* SEARCH', ...found].join(' '))
  }

  #fetch(command: string) {
    const uid = Number(/FETCH (\d+)/.exec(command)![1])
    const mail = this.server.mails[uid - 1]
    if (!mail) return
    this.#say(`* ${uid} FETCH (UID ${uid} BODY[] {${mail.raw.length}}`)
    this.socket.write(mail.raw)
    this.#say(')')
  }

  #store(command: string) {
    const uid = Number(/STORE (\d+)/.exec(command)![1])
    const { flags } = this.server.mails[uid - 1]
    for (const [, flag] of command.matchAll(/\\(\w+)/g)) flags.add(flag)
    this.#say(
      `* ${uid} FETCH (UID ${uid} FLAGS (${[...flags].map((each) => `\\${each}`).join(' ')}))`
    )
  }

  #reportNew() {
    const { length } = this.server.mails
    if (this.#known === null || length === this.#known) return
    this.#known = length
    this.#say(`* ${length} EXISTS`)
  }

  #say(line: string) {
    this.socket.write(`${line}\r\n`)
  }
}
