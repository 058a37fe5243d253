/** Not in Firefox 153; what it would override (colour scheme, motion, …) is left as it is. */
const UNKNOWN = 'emulation.setMediaFeaturesOverride'

interface Frame {
  head: number
  mask: Buffer
  payload: Buffer
  length: number
}

/**
 * Turns the bytes of a WebSocket client into the same bytes, in which an unknown command has become one that
 * changes nothing and is answered under the same id. Frames may come in pieces.
 */
export function answered() {
  let rest = Buffer.alloc(0)
  return (chunk: Buffer): Buffer => {
    rest = Buffer.concat([rest, chunk])
    const ready: Buffer[] = []
    for (let frame = read(rest); frame; frame = read(rest)) {
      const bytes = rest.subarray(0, frame.length)
      rest = rest.subarray(frame.length)
      ready.push(frame.payload.includes(UNKNOWN) ? write(frame, harmless(frame.payload)) : bytes)
    }
    return Buffer.concat(ready)
  }
}

function harmless(payload: Buffer) {
  const command = JSON.parse(payload.toString()) as { id: number; method: string }
  if (command.method !== UNKNOWN) return payload
  return Buffer.from(JSON.stringify({ id: command.id, method: 'session.status', params: {} }))
}

/** The first whole frame, unmasked, or null while it is not there yet. */
function read(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null
  const short = bytes[1] & 127
  const at = short === 127 ? 10 : short === 126 ? 4 : 2
  if (bytes.length < at + 4) return null
  const size =
    short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short
  const length = at + 4 + size
  if (bytes.length < length) return null
  const mask = bytes.subarray(at, at + 4)
  return { head: bytes[0], mask, payload: masked(bytes.subarray(at + 4, length), mask), length }
}

/** A frame of less than 126 bytes or, for what is passed on unchanged, of any length. */
function write({ head, mask }: Frame, payload: Buffer) {
  const long = Buffer.alloc(9)
  long[0] = 128 | 127
  long.writeBigUInt64BE(BigInt(payload.length), 1)
  const size = payload.length < 126 ? Buffer.of(128 | payload.length) : long
  return Buffer.concat([Buffer.of(head), size, mask, masked(payload, mask)])
}

const masked = (bytes: Buffer, mask: Buffer) =>
  Buffer.from(bytes.map((byte, index) => byte ^ mask[index % 4]))
