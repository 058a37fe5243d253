import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../bin/start/ports.js'
import type { ImapServer } from '#tests/helpers/imap_server'

/** Debian's Dovecot of a release whose settings are known here, if there is one. */
export const hasDovecot = () =>
  /^2\.3\./.test(spawnSync('dovecot', ['--version'], { encoding: 'utf8' }).stdout ?? '')

/** A real mail server with a mailbox in a folder of its own (Maildir). */
export class Dovecot implements ImapServer {
  #delivered = 0

  private constructor(
    readonly settings: ImapServer['settings'],
    protected folder: string,
    protected process: ChildProcess
  ) {}

  static async start() {
    const folder = mkdtempSync(join(tmpdir(), 'dovecot-'))
    const port = await freePort('127.0.0.1')
    for (const name of ['', 'mail', 'mail/new', 'mail/cur', 'mail/tmp']) {
      mkdirSync(join(folder, name), { recursive: true })
      chmodSync(join(folder, name), 0o777)
    }
    const file = join(folder, 'dovecot.conf')
    writeFileSync(file, configuration(folder, port))
    const child = spawn('dovecot', ['-F', '-c', file], { stdio: 'ignore' })
    const at = { host: '127.0.0.1', port, secure: false }
    const settings = { ...at, user: 'chat', password: 'secret', mailbox: 'INBOX' }
    const server = new Dovecot(settings, folder, child)
    await server.#answers()
    return server
  }

  async deliver(raw: Buffer) {
    const name = `${String((this.#delivered += 1)).padStart(6, '0')}.test`
    const path = join(this.folder, 'mail', 'tmp', name)
    writeFileSync(path, raw)
    chmodSync(path, 0o666)
    renameSync(path, join(this.folder, 'mail', 'new', name))
  }

  async flags() {
    const named: Record<string, string> = { F: 'Flagged', S: 'Seen' }
    const files = ['new', 'cur'].flatMap((name) => readdirSync(join(this.folder, 'mail', name)))
    return files.sort().map((name) => {
      const [, letters = ''] = name.split(':2,')
      return [...letters].map((letter) => named[letter] ?? letter).join(' ')
    })
  }

  async stop() {
    const ended = once(this.process, 'exit')
    this.process.kill()
    await ended
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #answers() {
    const { host, port } = this.settings
    for (let tries = 0; tries < 100; tries += 1) {
      if (this.process.exitCode !== null) throw new Error('Dovecot has ended')
      const socket = connect(port, host)
      const isUp = await Promise.race([
        once(socket, 'data').then(() => true),
        once(socket, 'close').then(() => false),
      ]).catch(() => false)
      socket.destroy()
      if (isUp) return
      await pause(100)
    }
    throw new Error('Dovecot does not answer')
  }
}

function configuration(folder: string, port: number) {
  const { username, uid, gid } = userInfo()
  const isRoot = uid === 0
  const owner = isRoot ? 'uid=65534 gid=65534' : `uid=${uid} gid=${gid}`
  const service = (name: string, more = '') => `service ${name} {\n  chroot =\n${more}}\n`
  return [
    `base_dir = ${folder}/run`,
    `log_path = ${folder}/log`,
    `state_dir = ${folder}`,
    'protocols = imap',
    'ssl = no',
    'disable_plaintext_auth = no',
    'first_valid_uid = 1',
    'first_valid_gid = 1',
    ...(isRoot ? [] : [`default_internal_user = ${username}`, `default_login_user = ${username}`]),
    `mail_location = maildir:${folder}/mail`,
    'passdb {\n  driver = static\n  args = password=secret\n}',
    `userdb {\n  driver = static\n  args = ${owner} home=${folder}/mail\n}`,
    service(
      'imap-login',
      `  inet_listener imap {\n    address = 127.0.0.1\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n`
    ),
    service('anvil'),
    '',
  ].join('\n')
}
