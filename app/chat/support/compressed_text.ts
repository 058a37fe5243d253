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

/** Compresses as well as it can be done, which is too slow for what is served only once. */
export const compressText = (text: Buffer, encoding: Encoding) => COMPRESSORS[encoding](text)

/** Keeps texts that many browsers ask for, compressed; the one that was kept first gives way. */
export class CompressedTexts {
  #kept = new Map<string, Promise<Buffer>>()

  /** The text in one encoding. */
  get(text: string, encoding: Encoding): Promise<Buffer> {
    const key = `${encoding} ${text}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    const compressed = compressText(Buffer.from(text), encoding)
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!)
    this.#kept.set(key, compressed)
    return compressed
  }
}
