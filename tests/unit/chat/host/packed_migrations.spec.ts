import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from '@japa/runner'
import { chatMigrations } from '#chat/configure/migrations'

const FOLDER = 'database/migrations'

test.group('The migrations of the package', () => {
  test('are all that change a table of the module, by their names', async ({ assert }) => {
    const changing = readdirSync(FOLDER).filter((file) =>
      readFileSync(`${FOLDER}/${file}`, 'utf8').includes('#chat/models/chat_model')
    )
    const { include } = JSON.parse(readFileSync('tsconfig.package.json', 'utf8'))
    const compiled = globSync(include as string[]).map((file) => basename(file, '.ts'))
    for (const file of changing) {
      const name = basename(file, '.ts')
      assert.include(chatMigrations(), name)
      assert.include(compiled, name)
    }
    assert.isAbove(changing.length, 10)
  })
})
