import type { PictureCleaner } from '#chat/services/attachments/picture_parts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const EXIF = 'Exif\0\0'
/** Segments that are needed: tables, frames, scans, and the application's own three of colour. */
const TABLES = [0xc4, 0xcc, 0xdb, 0xdc, 0xdd]
const APP: Record<number, string> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' }

/** A frame's header, which has the size; two of its range are tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/**
 * Keeps of a JPEG its tables, frames, scans and colours, and how it is turned. What stands behind the picture is left out as
 * well: it may be another file.
 */
export const cleanJpeg: PictureCleaner = (bytes) => {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const kept: Buffer[] = []
  let size: { width: number; height: number } | null = null
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length || bytes[at + 1] === EOI) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return null
    const segment = bytes.subarray(at, end)
    if (isFrame(marker)) {
      if (segment.length < 9 || size) return null
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) }
      kept.push(segment)
    } else if (TABLES.includes(marker)) kept.push(segment)
    else if (marker in APP && says(segment, APP[marker])) kept.push(segment)
    else if (marker === 0xe1 && says(segment, EXIF)) orientation = orientationIn(segment)
    at = end
    if (marker === SOS) {
      at = endOfScan(bytes, end)
      kept.push(segment, bytes.subarray(end, at))
    }
  }
  if (!size || !size.width || !size.height) return null
  const head = [Buffer.from([0xff, SOI]), ...(orientation > 1 ? [turnedBy(orientation)] : [])]
  const whole = Buffer.concat([...head, ...kept, Buffer.from([0xff, EOI])])
  return { ...size, bytes: whole, isTurned: orientation > 4 }
}

const says = (segment: Buffer, name: string) =>
  segment.toString('latin1', 4, 4 + name.length) === name

/** The next marker behind a scan's data, in which 0xFF stands before zero and restart marks only. */
function endOfScan(bytes: Buffer, from: number) {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1]
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isData && next !== 0xff) return at
    at = bytes.indexOf(0xff, at + (isData ? 2 : 1))
  }
  return bytes.length
}

/** How a camera was held, from 1 to 8 as EXIF counts; 1 where it does not say. */
function orientationIn(segment: Buffer): number {
  const tiff = segment.subarray(4 + EXIF.length)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  try {
    const directory = long(4)
    const count = short(directory)
    for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12) {
      if (short(entry) !== 0x0112) continue
      const value = short(entry + 8)
      return value >= 1 && value <= 8 ? value : 1
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 1
}

/** An EXIF segment that says how the picture is turned, and nothing else. */
function turnedBy(orientation: number) {
  const exif = Buffer.from(
    `${EXIF}MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0`,
    'latin1'
  )
  exif.writeUInt16BE(orientation, 24)
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([head, exif])
}
