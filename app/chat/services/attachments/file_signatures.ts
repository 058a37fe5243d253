/** Whether the first bytes of a file are of one kind. */
export type Signature = (head: Buffer) => boolean

/** How many bytes of a file decide what it is. */
export const HEAD_BYTES = 4096

export const begins = (bytes: string, at = 0) => {
  const wanted = Buffer.from(bytes, 'latin1')
  return (head: Buffer) => head.subarray(at, at + wanted.length).equals(wanted)
}

export const all =
  (...tests: Signature[]) =>
  (head: Buffer) =>
    tests.every((test) => test(head))

export const any =
  (...tests: Signature[]) =>
  (head: Buffer) =>
    tests.some((test) => test(head))

export const has = (bytes: string) => (head: Buffer) => head.includes(bytes, 0, 'latin1')

export const isZip = begins('PK\x03\x04')

/** Tab, line feed, vertical tab, form feed, carriage return, escape. */
const TEXT_CONTROLS = [9, 10, 11, 12, 13, 27]

/** Text has no mark of its own, and no byte that text cannot have. */
export const isText = (head: Buffer) =>
  !head.some((byte) => byte < 32 && !TEXT_CONTROLS.includes(byte))

/** The brands of an MP4 container; pictures have others, whose metadata the chat could not remove. */
export const isMp4 = (brands: string) => (head: Buffer) =>
  begins('ftyp', 4)(head) && brands.split(',').includes(head.toString('latin1', 8, 12))
