import { test } from '@japa/runner'
import { closingLineOf } from '../../../bin/test/closing_line.js'
import { latestOf, type Outcome } from '../../../bin/test/outcome.js'
import { mendedIn, secondRoundOf } from '../../../bin/test/second_round.js'
import { outcomesIn } from '../../../bin/test/report.js'
import { summaryOf } from '../../../bin/test/summary.js'

function outcome(result: Outcome['result'], title: string, more: Partial<Outcome> = {}): Outcome {
  const file = 'tests/browser/chat/story.spec.ts'
  return { result, suite: 'browser', file, group: 'A story', title, name: title, ...more }
}

const failed = (title: string, more: Partial<Outcome> = {}) =>
  outcome('failed', title, { error: `${title} went wrong\nat line 7`, ...more })

test.group('The second round', () => {
  test('is exactly what failed, by suite, file and title', ({ assert }) => {
    const round = secondRoundOf([
      outcome('passed', 'is fine'),
      failed('talks by {way}', { name: 'talks by stream' }),
      failed('talks by {way}', { name: 'talks by polling' }),
      failed('-1 is no number', { suite: 'unit', file: 'tests/unit/numbers.spec.ts' }),
      outcome('skipped', 'is for later'),
    ])
    assert.deepEqual(round, [
      'browser',
      'unit',
      '--files=tests/browser/chat/story.spec.ts',
      '--files=tests/unit/numbers.spec.ts',
      '--tests=talks by {way}',
      '--tests=-1 is no number',
    ])
  })

  test('there is none where nothing failed, or something that is no test', ({ assert }) => {
    assert.isNull(secondRoundOf([outcome('passed', 'is fine')]))
    assert.isNull(secondRoundOf([failed('is wrong'), failed('setup', { file: null })]))
  })

  test('there is none where more failed than a slow machine explains', ({ assert }) => {
    const many = Array.from({ length: 21 }, (_, n) => failed(`test ${n}`))
    assert.isNotNull(secondRoundOf(many.slice(1)))
    assert.isNull(secondRoundOf(many))
  })
})

test.group('The end of a run', () => {
  test('counts each test one time, as it ended last', ({ assert }) => {
    const first = [outcome('passed', 'one'), failed('two'), failed('three')]
    const second = [outcome('passed', 'two'), failed('three')]
    assert.equal(closingLineOf(first), '1 passed, 2 failed')
    assert.equal(closingLineOf(latestOf([...first, ...second])), '2 passed, 1 failed')
    assert.equal(closingLineOf([outcome('skipped', 'four')]), '0 passed, 0 failed, 1 skipped')
  })

  test('tells rows of a test, and tests of one name in two files, apart', ({ assert }) => {
    const rows = ['stream', 'polling'].map((way) => failed('talks {way}', { name: `talks ${way}` }))
    const elsewhere = failed('talks {way}', { name: 'talks stream', file: 'tests/b.spec.ts' })
    assert.lengthOf(latestOf([...rows, elsewhere, ...rows]), 3)
  })

  test('names what needed a second round with its first error, and what failed twice', ({
    assert,
  }) => {
    const first = [outcome('passed', 'one'), failed('two'), failed('three')]
    const second = [outcome('passed', 'two'), failed('three', { error: 'wrong again' })]
    const outcomes = latestOf([...first, ...second])
    assert.deepEqual(summaryOf(outcomes, mendedIn([...first, ...second])), [
      'Passed in the second round: browser / A story / two (tests/browser/chat/story.spec.ts)',
      '    two went wrong',
      '    at line 7',
      'Failed: browser / A story / three (tests/browser/chat/story.spec.ts)',
      '    wrong again',
    ])
  })

  test('still says that a test failed which the second round did not reach', ({ assert }) => {
    const first = [failed('two')]
    const lost = failed('The process ended with SIGKILL', { file: null, group: null })
    const outcomes = latestOf([...first, lost])
    assert.isEmpty(mendedIn([...first, lost]))
    assert.equal(closingLineOf(outcomes), '0 passed, 2 failed')
  })
})

test.group('The report of a process', () => {
  const report = (...outcomes: Outcome[]) =>
    outcomes.map((it) => `${JSON.stringify(it)}\n`).join('')

  test('has each test once, with its last outcome', ({ assert }) => {
    const lines = report(outcome('passed', 'one'), outcome('passed', 'two'), failed('one'))
    assert.deepEqual(outcomesIn(`${lines}end\n`, 'unit', 1), [
      failed('one'),
      outcome('passed', 'two'),
    ])
  })

  test('says that a process failed which did not come to its end, or did so without a test', ({
    assert,
  }) => {
    const namesIn = (text: string, exit: number | string) =>
      outcomesIn(text, 'unit', exit).map(({ result, name }) => `${result}: ${name}`)
    const one = report(outcome('passed', 'one'))
    assert.deepEqual(namesIn(`${one}end\n`, 0), ['passed: one'])
    assert.deepEqual(namesIn(`${one}end\n`, 1), ['passed: one', 'failed: The process ended with 1'])
    assert.deepEqual(namesIn(`${report(failed('one'))}{"resu`, 'SIGKILL'), [
      'failed: one',
      'failed: The process ended with SIGKILL, before its tests did',
    ])
    assert.lengthOf(namesIn('', 0), 1)
  })
})
