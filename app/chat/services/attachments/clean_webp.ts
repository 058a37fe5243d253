import type { PictureCleaner } from '#chat/services/attachments/picture_parts'

/** Chunks that are needed to show a picture, animated ones included. */
const SHOWN = ['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']
/** The flags of a picture's header that announce EXIF and XMP. */
const TELLS = 0x08 | 0x04

/** Keeps of a WebP the chunks that are shown, up to its end. */
export const cleanWebp: PictureCleaner = (bytes) => {
  if (bytes.length < 20) return null
  const end = Math.min(8 + bytes.readUInt32LE(4), bytes.length)
  const kept: Buffer[] = []
  let [width, height] = [0, 0]
  for (let at = 12; at + 8 <= end;) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > end) return null
    if (SHOWN.includes(name)) {
      const chunk = Buffer.from(bytes.subarray(at, Math.min(next, end)))
      const [w, h] = sizeIn(name, chunk.subarray(8)) ?? [0, 0]
      width = Math.max(width, w)
      height = Math.max(height, h)
      if (name === 'VP8X') chunk[8] &= ~TELLS
      kept.push(chunk)
    }
    at = next
  }
  if (!width || !height) return null
  const body = Buffer.concat(kept)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return { width, height, bytes: Buffer.concat([head, body]) }
}

/** Header, frame and bitstream each say a size; the largest counts, so that none hides another. */
function sizeIn(name: string, data: Buffer): [number, number] | null {
  if (name === 'VP8X' && data.length >= 10)
    return [1 + data.readUIntLE(4, 3), 1 + data.readUIntLE(7, 3)]
  if (name === 'ANMF' && data.length >= 16)
    return [1 + data.readUIntLE(6, 3), 1 + data.readUIntLE(9, 3)]
  if (name === 'VP8 ' && data.length >= 10)
    return [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff]
  if (name === 'VP8L' && data.length >= 5) {
    const bits = data.readUInt32LE(1)
    return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)]
  }
  return null
}
