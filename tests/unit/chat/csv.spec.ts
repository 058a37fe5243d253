import { test } from '@japa/runner'
import { csvCell, csvLines } from '#chat/support/csv'

test.group('CSV', () => {
  test('text that a spreadsheet would run is text', ({ assert }) => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '|x', '%0A']) {
      assert.match(csvCell(text), /^"?'/, JSON.stringify(text))
    }
    assert.equal(csvCell('a=b'), 'a=b')
    assert.equal(csvCell(-1), '-1')
  })

  test('commas, quotes and line breaks stay in their cell', ({ assert }) => {
    assert.equal(csvCell('a,b'), '"a,b"')
    assert.equal(csvCell('say "hi"'), '"say ""hi"""')
    assert.equal(csvCell('a\nb'), '"a\nb"')
  })

  test('lines come one at a time, after the mark of UTF-8', ({ assert }) => {
    const lines = csvLines([
      ['a', 1],
      ['b', 2],
    ])
    assert.equal(lines.next().value, '\uFEFF')
    assert.equal(lines.next().value, 'a,1\r\n')
    assert.equal(lines.next().value, 'b,2\r\n')
  })
})
