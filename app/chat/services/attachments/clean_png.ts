import type { PictureCleaner } from '#chat/services/attachments/picture_parts'

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Chunks that are needed to show a picture, animated ones included. */
const SHOWN = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' ')
)

/** Keeps of a PNG the chunks that are shown, up to its end. */
export const cleanPng: PictureCleaner = (bytes) => {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null
  const kept: Buffer[] = [SIGNATURE]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || (at === 8) !== (name === 'IHDR')) return null
    if (SHOWN.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') {
      const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      return size.width && size.height ? { ...size, bytes: Buffer.concat(kept) } : null
    }
    at = end
  }
  return null
}
