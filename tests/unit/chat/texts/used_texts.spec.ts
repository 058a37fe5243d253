import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { english } from '#chat/texts/en/index'
import { textsOf } from '#tests/helpers/text_faults'

const SOURCES = ['app/chat/**/*.ts', 'resources/js/chat/**/*.ts', 'resources/views/chat/**/*.edge']

const keys = textsOf(english).map(([key]) => key)

/** The widget asks for its own area without naming it. */
function sourceOf(file: string) {
  const source = readFileSync(file, 'utf8')
  return file.includes('/js/chat/widget/') ? source.replace(/'(\w+)'/g, "'widget.$1'") : source
}

test.group('Texts and where they are used', () => {
  test('templates ask for texts that exist', ({ assert }) => {
    const asked = globSync('resources/views/chat/**/*.edge').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/chatText\(\s*'([\w.]+)'/g)].map(([, key]) => key)
    )
    assert.deepEqual(
      asked.filter((key) => !keys.includes(key)),
      []
    )
  })

  test('every text is used', ({ assert }) => {
    const sources = SOURCES.flatMap((pattern) => globSync(pattern))
      .filter((file) => !file.includes('/texts/en/'))
      .map(sourceOf)
      .join('\n')
    // A key that is put together, as `audit.areas.${area}`, uses all that begins as it does
    const begun = [...sources.matchAll(/[`']([\w.]+\.)(?:\$\{|' \+)/g)].map(([, start]) => start)
    const unused = keys.filter(
      (key) => !begun.some((start) => key.startsWith(start)) && !sources.includes(`'${key}'`)
    )
    assert.deepEqual(unused, [])
  })
})
