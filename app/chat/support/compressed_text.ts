import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants } from 'node:zlib'

export const ENCODINGS = ['br', 'gzip'] as const
export type Encoding = (typeof ENCODINGS)[number]

const MOST_KEPT = 200

const brotli = promisify(brotliCompress)
const COMPRESSORS: Record<Encoding, (text: Buffer) => Promise<Buffer>> = {
  br: (text) =>
    brotli(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gzip: (text) => promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }),
}

/** Compresses at the highest level, which is too slow for a text that is served only once. */
export const compressText = (text: Buffer, encoding: Encoding) => COMPRESSORS[encoding](text)

/** A cache of compressed texts that many browsers request; the oldest entry is evicted first. */
export class CompressedTexts {
  #kept = new Map<string, Promise<Buffer>>()

  /** The text in one encoding. */
  get(text: string, encoding: Encoding): Promise<Buffer> {
    const key = `${encoding} ${createHash('sha256').update(text).digest('base64')}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    const compressed = compressText(Buffer.from(text), encoding)
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!)
    this.#kept.set(key, compressed)
    return compressed
  }
}
