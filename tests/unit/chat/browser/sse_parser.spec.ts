import { test } from '@japa/runner'
import { SseParser } from '../../../../resources/js/chat/shared/sse_parser.js'

const bytes = (text: string) => new TextEncoder().encode(text)

/** Feeds a text in pieces of a given size and returns everything that came out. */
function parseInPieces(text: string, size: number) {
  const parser = new SseParser()
  const all = bytes(text)
  const events: string[] = []
  for (let at = 0; at < all.length; at += size)
    events.push(...parser.push(all.slice(at, at + size)))
  return events
}

test.group('SSE parser', () => {
  test('reads events wherever the stream is cut: {$self} bytes at a time')
    .with([1, 2, 3, 5, 7, 1000])
    .run(({ assert }, size) => {
      const text = 'data: {"a":"grün 👍"}\n\n: comment\n\ndata: two\ndata: lines\n\n'
      assert.deepEqual(parseInPieces(text, size), ['{"a":"grün 👍"}', 'two\nlines'])
    })

  test('takes CRLF, CR and LF for the end of a line: {name}')
    .with([
      { name: 'CRLF', end: '\r\n' },
      { name: 'CR', end: '\r' },
      { name: 'LF', end: '\n' },
    ])
    .run(({ assert }, { end }) => {
      const text = `event: x${end}data: one${end}id: 7${end}${end}data:two${end}${end}`
      for (const size of [1, 4, 1000]) assert.deepEqual(parseInPieces(text, size), ['one', 'two'])
    })

  test('keeps an event back until its empty line has come', ({ assert }) => {
    const parser = new SseParser()
    assert.deepEqual(parser.push(bytes('data: half')), [])
    assert.deepEqual(parser.push(bytes(' and half\n')), [])
    assert.deepEqual(parser.push(bytes('\n')), ['half and half'])
  })

  test('yields nothing for comments, unknown fields and empty events', ({ assert }) => {
    assert.deepEqual(parseInPieces(':ok\n\nretry: 10\n\n\n\ndatabase: x\n\n', 3), [])
  })
})
