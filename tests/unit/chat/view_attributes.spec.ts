import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'

/** What a host's Alpine would take for its own: `x-on:click="…"`, `@click="…"`, `:class="…"`. */
const OF_HOSTS = /(?<=\s)(x-[a-z]+[\w:.-]*|[@:][a-z][\w:.-]*(?==["']))/g

test('The module’s views have no attribute that a host’s Alpine reads', ({ assert }) => {
  const views = globSync('resources/views/chat/**/*.edge')
  const found = views.flatMap((file) =>
    (readFileSync(file, 'utf8').match(OF_HOSTS) ?? []).map((name) => `${file}: ${name}`)
  )
  assert.isAbove(views.length, 50)
  assert.deepEqual(found, [])
})
