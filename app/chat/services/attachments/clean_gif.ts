import type { PictureCleaner } from '#chat/services/attachments/picture_parts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const CONTROL = 0xf9
const APPLICATION = 0xff
/** How often an animation repeats; other applications keep what they like. */
const REPEATS = ['NETSCAPE2.0', 'ANIMEXTS1.0']

/** Keeps of a GIF its frames and their timing, up to its end. */
export const cleanGif: PictureCleaner = (bytes) => {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) || bytes.length < 14) return null
  let [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]
  let at = 13 + coloursOf(bytes[10])
  const kept = [bytes.subarray(0, at)]
  while (at < bytes.length) {
    const from = at
    if (bytes[at] === TRAILER) {
      kept.push(bytes.subarray(at, at + 1))
      return width && height ? { width, height, bytes: Buffer.concat(kept) } : null
    }
    if (bytes[at] === EXTENSION) {
      const label = bytes[at + 1]
      const name = bytes.toString('latin1', at + 3, at + 14)
      at = endOfBlocks(bytes, at + 2)
      const isKept = label === CONTROL || (label === APPLICATION && REPEATS.includes(name))
      if (isKept) kept.push(bytes.subarray(from, at))
    } else if (bytes[at] === IMAGE && at + 10 < bytes.length) {
      width = Math.max(width, bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 5))
      height = Math.max(height, bytes.readUInt16LE(at + 3) + bytes.readUInt16LE(at + 7))
      at = endOfBlocks(bytes, at + 10 + coloursOf(bytes[at + 9]) + 1)
      kept.push(bytes.subarray(from, at))
    } else return null
  }
  return null
}

/** The bytes of a table of colours that a field announces. */
const coloursOf = (field: number) => (field & 0x80 ? 3 * 2 ** ((field & 7) + 1) : 0)

/** Blocks begin with their length; an empty one is the last. */
function endOfBlocks(bytes: Buffer, from: number) {
  let at = from
  while (at < bytes.length && bytes[at] !== 0) at += bytes[at] + 1
  return at + 1
}
