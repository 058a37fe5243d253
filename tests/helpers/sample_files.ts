import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Text that a test looks for where it must not be. */
export const SECRET = 'Secret place 52.5163N'

const chunk = (name: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG that says it is of this size, with a text beside the picture; `rows` are really there. */
export function pngOf(width: number, height: number, rows = height) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const line = Buffer.alloc(1 + Math.ceil(width / 8))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Comment\0${SECRET}`)),
    chunk('IDAT', deflateSync(Buffer.alloc(line.length * rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A photo with EXIF, taken with the camera on its side: stored as wide as it is shown high. */
export function sidewaysPhoto(width = 300, height = 200) {
  return sharp({ create: { width, height, channels: 3, background: '#3b82f6' } })
    .withExif({ IFD0: { ImageDescription: SECRET, Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** A WebP or GIF. */
export function pictureAs(format: 'webp' | 'gif', width = 40, height = 30) {
  const picture = sharp({ create: { width, height, channels: 3, background: '#16a34a' } })
  return picture.toFormat(format).toBuffer()
}

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

/** The beginning of any ZIP, a bomb or not: nothing here ever unpacks one. */
export const ZIP = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(64)])

/** What a browser would run if it were shown as a page. */
export const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
)
