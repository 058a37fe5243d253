import type { Encoding } from './compressed_text.js'

/** The suffixes of a built file's compressed copies. */
export const SUFFIXES: Record<Encoding, string> = { br: '.br', gzip: '.gz' }

/** Images and fonts are compressed by their own formats. */
export const isCompressible = (file: string) => /\.(js|css|svg|map|json)$/.test(file)
