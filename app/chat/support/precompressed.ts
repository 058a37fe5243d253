import type { Encoding } from './compressed_text.js'

/** What the compressed twins of a built file are called. */
export const SUFFIXES: Record<Encoding, string> = { br: '.br', gzip: '.gz' }

/** Pictures and fonts are compressed by their own formats. */
export const isCompressible = (file: string) => /\.(js|css|svg|map|json)$/.test(file)
