import { glob, readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { namedIn } from '#tests/helpers/named_in'
import ace from '@adonisjs/core/services/ace'

const DOCUMENTS = ['*.md', 'docs/*.md', 'tests/*.md', 'benchmarks/*.md']
/** The folders of which the documents speak. */
const FOLDERS = '{app,benchmarks,bin,config,database,deploy,docs,providers,resources,start,tests}'
/** A file or folder of the repository, in code or as a target of a link. */
const NAMED =
  /`((?:[\w.-]+\/)*(?:[\w-]+\/|[\w.-]+\.(?:ts|js|md|edge|css|conf|yaml|service)))`|\]\(([\w./@-]+)\)/g
/** A command of `ace`. */
const COMMAND = /ace(?:\.js)?"?,? "?([a-z]+:[a-z:-]+)/g
/** A name in a recipe, for the reader to replace. */
const PLACEHOLDERS = ['resources/js/chat/inbox/components/name.ts']

test.group('The documents', () => {
  test('name files and folders that exist', async ({ assert }) => {
    const files = await Array.fromAsync(glob(['*', '.*', `${FOLDERS}/**/*`]))
    const ends = new Set(files.flatMap(endsOf))
    let count = 0
    const missing: string[] = []
    for await (const document of glob(DOCUMENTS)) {
      for (const [, code, link] of (await readFile(document, 'utf8')).matchAll(NAMED)) {
        const path = (code ?? link).replace(/^(\.\.?\/)+|\/$/g, '')
        if (PLACEHOLDERS.includes(path)) continue
        count += 1
        if (!ends.has(path)) missing.push(`${document}: ${path}`)
      }
    }
    assert.isEmpty(missing)
    assert.isAbove(count, 80)
  })

  test('name commands that exist', async ({ assert }) => {
    await ace.boot()
    const commands = new Set(ace.getCommands().map(({ commandName }) => commandName))
    const named = await namedIn(DOCUMENTS, COMMAND)
    assert.isAbove(named.length, 5)
    assert.isEmpty(named.filter((name) => !commands.has(name)))
  })
})

/** `a/b/c`, `b/c` and `c`: a document may leave out where it is. */
function endsOf(path: string) {
  const parts = path.split('/')
  return parts.map((_, from) => parts.slice(from).join('/'))
}
