import { get, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** An answer as it crosses the wire. */
export interface AsSent {
  status: number
  headers: IncomingHttpHeaders
  /** The length of the body as it was sent, in bytes. */
  bytes: number
  /** The body, decoded. */
  text: string
}

const DECODERS: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
}

/** Asks as browsers do, and does not decode behind the test's back. */
export function asSent(url: string, headers: Record<string, string> = {}): Promise<AsSent> {
  const asked = { 'accept-encoding': 'gzip, deflate, br, zstd', ...headers }
  return new Promise((resolve, reject) => {
    get(url, { headers: asked, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        const decode = DECODERS[response.headers['content-encoding'] ?? '']
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          bytes: body.length,
          text: String(decode ? decode(body) : body),
        })
      })
    }).on('error', reject)
  })
}
