import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { FileEmpty, FileTooLarge } from '#chat/exceptions/chat_errors'
import { HEAD_BYTES } from '#chat/services/attachments/file_signatures'

/** A file on its way in. */
export interface IncomingFile {
  /** As its sender's system has it; not to be trusted. */
  name: string
  /** A UUID that its sender gives it: the same file under the same id is kept once. */
  uploadId: string
  bytes: Readable
  /** As the sender says, in bytes; null where they do not. */
  size: number | null
}

const MEGABYTE = 1024 * 1024
/** How many times as much as a file may have is read before the connection ends. */
const DRAINED = 4

/**
 * Hands a file's bytes to `work`, in a file of this machine that is gone afterwards.
 *
 * @param maxMegabytes the largest file that is read
 * @throws FileTooLarge as soon as it is known; FileEmpty
 */
export async function spooled<T>(
  { bytes, size }: Pick<IncomingFile, 'bytes' | 'size'>,
  maxMegabytes: number,
  work: (path: string) => Promise<T>
): Promise<T> {
  const most = maxMegabytes * MEGABYTE
  const tooLarge = () => new FileTooLarge([String(maxMegabytes)])
  if (size !== null && size > most) {
    bytes.resume()
    throw tooLarge()
  }
  const path = join(tmpdir(), `crm-chat-${randomUUID()}`)
  try {
    const read = await written(bytes, path, most)
    if (read > most) throw tooLarge()
    if (read === 0) throw new FileEmpty()
    return await work(path)
  } finally {
    await rm(path, { force: true })
  }
}

/**
 * Writes bytes into a new file, and returns how many there were. What is too much is read and dropped, for a while: a sender who
 * is still sending would not see the refusal.
 */
async function written(bytes: Readable, path: string, most: number): Promise<number> {
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx' })
  let read = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      read += chunk.length
      if (read > most * DRAINED) break
      if (read <= most && !out.write(chunk)) await once(out, 'drain')
    }
  } finally {
    out.end()
    await finished(out)
  }
  return read
}

/** The bytes that a file begins with. */
export async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(HEAD_BYTES) })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** In bytes. */
export async function sizeOf(path: string): Promise<number> {
  const { size } = await stat(path)
  return size
}
