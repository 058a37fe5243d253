import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'
import { drillReport, hasPassed } from '#chat/drill/drill_report'
import { tallyOf, type Tally } from '#chat/drill/drill_tally'
import type { DrillVisitor } from '#chat/drill/drill_visitor'

/** A visitor who wrote these, and whose second tab shows those. */
function visitor(written: string[], shown: string[]) {
  const sent = written.map((content, n) => {
    const shownAt = shown.includes(content) ? 100 * (n + 1) : undefined
    return { content, at: 0, acknowledgedAt: 1, shownAt }
  })
  return { sent, reader: { shown } } as unknown as DrillVisitor
}

const resultOf = (tally: Tally) => ({ faults: [], tally, seconds: 60 })

test.group('The drill', () => {
  test('counts what is lost, doubled and out of order', ({ assert }) => {
    const counted = (written: string[], shown: string[]) => {
      const { lost, doubled, reordered } = tallyOf([visitor(written, shown)])
      return { lost, doubled, reordered }
    }
    const three = ['a', 'b', 'c']
    assert.deepEqual(counted(three, ['before', ...three]), { lost: 0, doubled: 0, reordered: 0 })
    assert.deepEqual(counted(three, ['a', 'c']), { lost: 1, doubled: 0, reordered: 0 })
    assert.deepEqual(counted(three, ['a', 'b', 'b', 'c']), { lost: 0, doubled: 1, reordered: 0 })
    assert.deepEqual(counted(three, ['b', 'a', 'c']), { lost: 0, doubled: 0, reordered: 1 })
    assert.equal(tallyOf([visitor(three, three)]).slowest, 300)
  })

  test('reports that it has failed when one message is missing', ({ assert }) => {
    const good = resultOf(tallyOf([visitor(['a'], ['a'])]))
    const bad = resultOf(tallyOf([visitor(['a', 'b'], ['a'])]))
    assert.isTrue(hasPassed(good))
    assert.isFalse(hasPassed(bad))
    assert.include(drillReport(good, 'sqlite'), 'Passed')
    assert.include(drillReport(bad, 'sqlite'), 'FAILED')
    assert.include(drillReport(bad, 'sqlite'), 'Signed: ')
  })

  test('refuses to run in production', ({ assert }) => {
    const env = { ...process.env, NODE_ENV: 'production' }
    const { status, stdout, stderr } = spawnSync('node', ['ace.js', 'chat:drill', '--short'], {
      env,
    })
    assert.equal(status, 1)
    assert.include(`${stdout}${stderr}`, '--in-production')
  })
})
