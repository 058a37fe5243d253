import { test } from '@japa/runner'
import { circlesIn, importGraph, importsOf } from '#tests/helpers/import_graph'

test.group('Imports between files of the chat', () => {
  test('no file imports itself by way of others', async ({ assert }) => {
    const graph = await importGraph(['app/chat/**/*.ts', 'start/chat/**/*.ts'])
    assert.isAbove(graph.size, 200)
    assert.isAbove([...graph.values()].flatMap((files) => [...files]).length, 500)
    assert.deepEqual(circlesIn(graph), [])
  }).timeout(30_000)

  test('a circle is found wherever it is entered', ({ assert }) => {
    const graph = new Map([
      ['entry.ts', new Set(['a.ts'])],
      ['a.ts', new Set(['b.ts'])],
      ['b.ts', new Set(['c.ts', 'd.ts'])],
      ['c.ts', new Set(['a.ts'])],
      ['d.ts', new Set<string>()],
    ])
    assert.deepEqual(circlesIn(graph), [['a.ts', 'b.ts', 'c.ts']])
  })

  test('values and types count, imports inside functions do not', ({ assert }) => {
    const source = `
      import '#chat/effect'
      import type { A } from '#chat/a'
      import { type B } from '#chat/b'
      import C, { type D } from '#chat/c'
      import { type E, f } from './f.js'
      export { g } from '../g.js'
      export type * from '#chat/h'
      const later = () => import('#chat/later')
    `
    assert.sameMembers(
      [...importsOf('app/chat/models/here.ts', source)],
      [
        'app/chat/effect.ts',
        'app/chat/a.ts',
        'app/chat/b.ts',
        'app/chat/c.ts',
        'app/chat/models/f.ts',
        'app/chat/g.ts',
        'app/chat/h.ts',
      ]
    )
  })
})
