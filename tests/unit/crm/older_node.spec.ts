import { execFileSync, spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'

/** A Node in the PATH that is too old to run the project, as a stranger's may be. */
function findOlderNode() {
  const candidates = (process.env.PATH ?? '').split(delimiter).map((folder) => `${folder}/node`)
  return candidates.find((path) => {
    try {
      return Number(/^v(\d+)/.exec(execFileSync(path, ['-v']).toString())?.[1]) < 24
    } catch {
      return false
    }
  })
}

const olderNode = findOlderNode()

test.group('Ace on a machine whose own Node is older', () => {
  test('runs on the Node that the project brings', ({ assert }) => {
    const { status, stdout } = spawnSync(olderNode!, ['ace', 'list'], { cwd: app.makePath() })
    assert.equal(status, 0)
    assert.include(stdout.toString(), 'crm:token')
  })
    .skip(!olderNode, 'no older Node in the PATH')
    .timeout(30_000)
})
