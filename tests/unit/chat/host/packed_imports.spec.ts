import { globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { test } from '@japa/runner'
import { packageManifest } from '../../../../bin/package/manifest.js'

const { include: PACKED } = JSON.parse(readFileSync('tsconfig.package.json', 'utf8'))
/** Files that are only read: they go to the host's own sources. */
const STUBS = 'app/chat/stubs/**'
/** A library that a line imports, but for its types. */
const IMPORT = /^(?!import type).*(?:\bfrom |\bimport\(|^import )'((?:@[\w.-]+\/)?[\w][\w.-]*)/gm

test('the package brings or names every library that it imports', ({ assert }) => {
  const { dependencies, peerDependencies } = packageManifest()
  const known = new Set(Object.keys({ ...dependencies, ...peerDependencies }))
  const imported = new Set<string>()
  for (const file of globSync(PACKED, { exclude: [STUBS] })) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      if (!isBuiltin(name) && !name.startsWith('node')) imported.add(name)
    }
  }
  assert.includeMembers([...imported], ['postal-mime', 'luxon', '@adonisjs/core'])
  assert.deepEqual(
    [...imported].filter((name) => !known.has(name)),
    []
  )
})
