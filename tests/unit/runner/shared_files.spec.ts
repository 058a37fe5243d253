import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { Emitter, Group, Test, TestContext } from '@japa/runner/core'
import { SharedFiles } from '#tests/helpers/shared_files'

function processesOf(folder: string, count: number) {
  return Array.from({ length: count }, () => new SharedFiles(folder))
}

/** A group of one test, as a process that has read its file has it. */
function groupIn(fileName: string, refiner: SharedFiles, title = 'is so') {
  const group = new Group('A group', new Emitter(), refiner)
  const only = new Test(title, (it) => new TestContext(it), new Emitter(), refiner, group)
  group.options.meta.fileName = only.options.meta.fileName = fileName
  return group.add(only)
}

test.group('Files that processes share', () => {
  test('run in the process that comes to them first, all groups of them', ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'files-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const [one, other] = processesOf(folder, 2)
    const allows = (process: SharedFiles, file: string) => process.allows(groupIn(file, process))
    assert.isTrue(allows(one, '/tests/a.spec.ts'))
    assert.isFalse(allows(other, '/tests/a.spec.ts'))
    assert.isTrue(allows(other, '/tests/b.spec.ts'))
    assert.isTrue(allows(one, '/tests/a.spec.ts'))
    assert.isFalse(allows(one, '/tests/b.spec.ts'))
  })

  test('are not taken by a process that runs nothing of them', ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'files-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const [one, other] = processesOf(folder, 2)
    one.add('tests', ['is otherwise'])
    assert.isFalse(one.allows(groupIn('/tests/a.spec.ts', one)))
    assert.isTrue(other.allows(groupIn('/tests/a.spec.ts', other)))
  })
})
