import { test } from '@japa/runner'
import { ResponseReader } from '../../../benchmarks/support/response_reader.js'

const BODY = 'Grüße\r\n0\r\n\r\nan alle'

function chunked(parts: string[]) {
  const chunks = parts.map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`)
  return `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks.join('')}0\r\n\r\n`
}

const whole = (body: string) =>
  `HTTP/1.1 404 Not Found\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

/** What the reader says to each of the pieces in which an answer arrives. */
function inPieces(text: string, size: number) {
  const [bytes, reader] = [Buffer.from(text), new ResponseReader()]
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size)
  )
  return pieces.map((piece) => reader.take(piece))
}

test.group('The load generator reads an answer', () => {
  for (const size of [1, 7, 1000]) {
    test(`of a known length or in chunks, ${size} bytes at a time`, ({ assert }) => {
      const expected: [string, object][] = [
        [whole(BODY), { status: 404, body: BODY }],
        [whole(''), { status: 404, body: '' }],
        [chunked([BODY.slice(0, 4), BODY.slice(4)]), { status: 200, body: BODY }],
        [chunked([]), { status: 200, body: '' }],
      ]
      for (const [text, answer] of expected) {
        const said = inPieces(text, size)
        assert.deepEqual(said.find(Boolean), answer)
        assert.lengthOf(said.slice(0, -2).filter(Boolean), 0)
      }
    })
  }
})
