import { test } from '@japa/runner'
import { csvCell, csvLines } from '#chat/support/csv'
import { processorTime } from '#tests/helpers/processor_time'

test.group('CSV', () => {
  test('text that a spreadsheet would run is text: {$self}')
    .with([
      ...['=1+1', '+1', '-1', '@SUM(A1)', '|x', '%0A', ' =1', '\u00a0=1', '\n=1', '\r=1', '\t=1'],
      ...[';=1', '; x', '\tx', '\rx', '＝1+1', '＋1', '－1', '＠SUM(A1)', '　＝1'],
    ])
    .run(({ assert }, text) => {
      assert.equal(csvCell(text)[1], "'")
      assert.equal(csvCell(text).replaceAll("'", ''), `"${text}"`)
    })

  test('no formula begins behind a separator of another program', ({ assert }) => {
    assert.equal(csvCell('x;=1'), `"x;'=1"`)
    assert.equal(csvCell('x"; "=1'), `"x"";' ""=1"`)
    assert.equal(csvCell('x\t＠1'), `"x\t'＠1"`)
    assert.equal(csvCell('x\r\n+1'), `"x\r\n'+1"`)
  })

  test('every text is quoted, and what is none is not', ({ assert }) => {
    assert.equal(csvCell('a=b'), '"a=b"')
    assert.equal(csvCell('a,b'), '"a,b"')
    assert.equal(csvCell('a;b'), '"a;b"')
    assert.equal(csvCell('say "hi"'), '"say ""hi"""')
    assert.equal(csvCell('a\nb'), '"a\nb"')
    assert.equal(csvCell(-1), '-1')
    assert.equal(csvCell(''), '')
  })

  test('takes time in proportion to the text', ({ assert }) => {
    const took = processorTime(() => {
      for (const text of [';', ' ', '"', '=', "'", '\t']) csvCell(`x${text.repeat(100_000)}x`)
      for (const text of [';', ' ', '"']) csvCell(text.repeat(100_000))
    })
    assert.isBelow(took, 3000)
  })

  test('lines come one at a time, after the mark of UTF-8', ({ assert }) => {
    const lines = csvLines([
      ['a', 1],
      ['b', 2],
    ])
    assert.equal(lines.next().value, '\uFEFF')
    assert.equal(lines.next().value, '"a",1\r\n')
    assert.equal(lines.next().value, '"b",2\r\n')
  })
})
