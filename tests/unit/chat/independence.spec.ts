import { readFile, glob } from 'node:fs/promises'
import { test } from '@japa/runner'

const FILES = ['app/chat/**/*.ts', 'start/chat/**/*.ts', 'providers/chat_provider.ts']

/** Where a file imports from: static, dynamic and type imports, and re-exports. */
function importsOf(source: string) {
  const found = source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)
  return [...found].map(([, specifier]) => specifier)
}

test.group('The chat and its host', () => {
  test('no file of the chat imports the host', async ({ assert }) => {
    let files = 0
    for await (const path of glob(FILES)) {
      files += 1
      for (const specifier of importsOf(await readFile(path, 'utf8'))) {
        assert.notMatch(
          specifier,
          /^#crm\/|(^|\/)(?<!#chat\/services\/)crm\/|#start\/(kernel|routes)/,
          path
        )
      }
    }
    assert.isAbove(files, 50)
  })
})
