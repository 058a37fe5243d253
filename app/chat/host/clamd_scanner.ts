import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FileScanner } from '#chat/contracts/file_scanner'

/** Where `clamd` listens: a socket of this machine, or a host and port. */
export type ClamdAddress = { path: string } | { host: string; port: number }

interface Options {
  /** Milliseconds after which there is no verdict. */
  timeout?: number
}

const TIMEOUT = 30_000
const CHUNK = 64 * 1024

/** Has files scanned by ClamAV's daemon, by its `INSTREAM` command: it need not read this machine's files. */
export class ClamdScanner implements FileScanner {
  constructor(
    protected address: ClamdAddress,
    protected options: Options = {}
  ) {}

  async isClean(path: string): Promise<boolean> {
    const socket = connect(this.address)
    socket.setTimeout(this.options.timeout ?? TIMEOUT, () =>
      socket.destroy(new Error('clamd did not answer in time'))
    )
    try {
      // The answer is read while the file is sent: clamd ends early what is too large for it
      const [answer] = await Promise.all([text(socket), this.#send(socket, path)])
      return verdictIn(answer)
    } finally {
      socket.destroy()
    }
  }

  async #send(socket: Socket, path: string) {
    socket.write('zINSTREAM\0')
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      if (socket.destroyed) return
      const size = Buffer.alloc(4)
      size.writeUInt32BE((chunk as Buffer).length)
      const isTaken = socket.write(Buffer.concat([size, chunk as Buffer]))
      if (!isTaken) await drained(socket)
    }
    socket.write(Buffer.alloc(4))
  }
}

/** Returns a scanner for `files.scanner` of the configuration. */
export const clamdScanner =
  (address: ClamdAddress, options?: Options) => async (): Promise<FileScanner> =>
    new ClamdScanner(address, options)

/** Resolves as well when the connection is over: reading the answer says why. */
function drained(socket: Socket) {
  return new Promise<void>((resolve) => {
    socket.once('drain', resolve)
    socket.once('close', () => resolve())
  })
}

/** @throws Error when the answer is no verdict */
function verdictIn(answer: string) {
  const said = answer.replaceAll('\0', '').trim()
  if (said.endsWith(' OK')) return true
  if (said.endsWith(' FOUND')) return false
  throw new Error(`clamd answers: ${said || 'nothing'}`)
}
