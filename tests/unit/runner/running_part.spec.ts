import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from '@japa/runner'
import { claimOf } from '../../../bin/test/claims.js'
import { runPart } from '../../../bin/test/part.js'
import { RunningPart } from '../../../bin/test/running_part.js'

const FOREVER = 'setInterval(() => {}, 1000)'

test.group('A process that runs tests', (group) => {
  let folder: string
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'part-'))
    return () => rmSync(folder, { recursive: true })
  })

  function running(script: string, patience = 60_000) {
    const report = join(folder, 'report')
    writeFileSync(report, '')
    return new RunningPart({ args: ['-e', script], env: {}, report, patience, isHeld: true })
  }

  test('ends with what it has started, which would hold its output open', async ({ assert }) => {
    const child = `require('node:child_process').spawn(process.execPath, ['-e', '${FOREVER}'], { stdio: 'inherit' })`
    assert.equal(await running(`${child}.unref(); process.exit(3)`).ended(), 3)
  })

  test('is ended when it says nothing for too long', async ({ assert }) => {
    assert.equal(await running(FOREVER, 10).ended(), 'SIGKILL')
  })

  test('is begun again when it hung: its file is run by the process that takes it', async ({
    assert,
  }) => {
    const claim = claimOf(folder, resolve('tests/a.spec.ts'))
    writeFileSync(claim, '')
    const run = { folder, sharesFiles: true, program: 'tests/helpers/part_that_hangs.ts' }
    const outcomes = await runPart(['unit'], { ...run, patience: 4_000, isAgain: true })
    assert.deepEqual(
      outcomes.map(({ result, name, error }) => [result, name, error]),
      [
        ['failed', 'waits', 'It was running when its process ended with SIGKILL'],
        ['passed', 'waits', undefined],
      ]
    )
    assert.isFalse(existsSync(claim))
  }).timeout(20_000)
})
