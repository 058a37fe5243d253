import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { refusalOf } from '#tests/helpers/s3_signature'

/** How the bucket answers: as it should, not for now, or with half of what it has. */
type Mood = 'serving' | 'busy' | 'breaking off'

interface StoredObject {
  bytes: Buffer
  acl: string | undefined
}

const REGION = 'eu-central-1'
const KEY = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret of this test' }
const SILENT = { debug() {}, info() {}, warn() {}, error() {} }
const STATUS: Record<string, number> = {
  NoSuchKey: 404,
  SlowDown: 503,
  XAmzContentSHA256Mismatch: 400,
}

/**
 * One bucket of S3, in memory: puts, gets, heads and deletes objects, checks signatures, those of addresses with their expiry, and
 * what was sent against its checksums, as S3 does.
 */
export async function startS3() {
  const bucket = new Bucket()
  const server = createServer((request, response) => void bucket.answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`
  return {
    bucket,
    /** What `S3Driver` is configured with. */
    options: {
      ...{ endpoint, region: REGION, bucket: 'chat', credentials: KEY },
      ...{ forcePathStyle: true, visibility: 'private' as const, maxAttempts: 1, logger: SILENT },
    },
    close() {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** What is in the bucket, and how it answers. */
class Bucket {
  readonly objects = new Map<string, StoredObject>()
  /** What was asked, such as `GET ab/abcdef`. */
  readonly asked: string[] = []
  mood: Mood = 'serving'
  /** Milliseconds by which its clock is ahead. */
  ahead = 0

  get keys() {
    return [...this.objects.keys()].sort()
  }

  async answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url!, 'http://s3')
    const key = pathname.slice('/chat/'.length)
    this.asked.push(`${request.method} ${key}`)
    const body = await buffer(request)
    const refusal =
      this.mood === 'busy' ? 'SlowDown' : refusalOf(request, KEY, Date.now() + this.ahead)
    if (refusal) return refuse(response, refusal)
    if (request.method === 'PUT') return this.#put(key, body, request, response)
    if (request.method === 'DELETE') {
      this.objects.delete(key)
      return response.writeHead(204).end()
    }
    const found = this.objects.get(key)
    if (!found) return refuse(response, 'NoSuchKey', request.method === 'HEAD')
    this.#send(found.bytes, searchParams, request, response)
  }

  #put(key: string, sent: Buffer, { headers }: IncomingMessage, response: ServerResponse) {
    const stated = String(headers['x-amz-content-sha256'])
    const bytes = stated.startsWith('STREAMING-') ? chunksOf(sent) : sent
    const isWhole =
      bytes !== null &&
      [undefined, String(bytes.length)].includes(
        headers['x-amz-decoded-content-length'] as string | undefined
      ) &&
      (!/^[0-9a-f]{64}$/.test(stated) ||
        stated === createHash('sha256').update(bytes).digest('hex'))
    if (!isWhole) return refuse(response, 'XAmzContentSHA256Mismatch')
    this.objects.set(key, { bytes, acl: headers['x-amz-acl'] as string | undefined })
    response.writeHead(200, { ETag: '"1"' }).end()
  }

  #send(bytes: Buffer, asked: URLSearchParams, request: IncomingMessage, response: ServerResponse) {
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
    const from = Number(range?.[1] ?? 0)
    const part = bytes.subarray(from, range?.[2] ? Number(range[2]) + 1 : undefined)
    const type = asked.get('response-content-type')
    const disposition = asked.get('response-content-disposition')
    response.writeHead(range ? 206 : 200, {
      'Content-Length': part.length,
      'Content-Type': type ?? 'application/octet-stream',
      ...(disposition && { 'Content-Disposition': disposition }),
      ...(range && { 'Content-Range': `bytes ${from}-${from + part.length - 1}/${bytes.length}` }),
    })
    if (request.method === 'HEAD') return response.end()
    if (this.mood !== 'breaking off') return response.end(part)
    response.write(part.subarray(0, part.length / 2), () => response.destroy())
  }
}

function refuse(response: ServerResponse, code: string, isHead = false) {
  response.writeHead(STATUS[code] ?? 403, { 'Content-Type': 'application/xml' })
  response.end(isHead ? undefined : `<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

/** The content of a body in chunks with a checksum behind them (`aws-chunked`), or null when it is not whole. */
function chunksOf(sent: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  for (let at = 0; ;) {
    const lineEnd = sent.indexOf('\r\n', at)
    if (lineEnd < 0) return null
    const size = Number.parseInt(sent.toString('latin1', at, lineEnd), 16)
    const from = lineEnd + 2
    if (size === 0) return isSum(sent.toString('latin1', from), Buffer.concat(chunks))
    chunks.push(sent.subarray(from, from + size))
    at = from + size + 2
  }
}

function isSum(trailer: string, content: Buffer): Buffer | null {
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(content))
  const stated = /x-amz-checksum-crc32:([^\r\n]+)/.exec(trailer)
  return !stated || stated[1].trim() === sum.toString('base64') ? content : null
}
