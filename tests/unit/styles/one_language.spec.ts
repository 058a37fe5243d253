import { basename } from 'node:path'
import { test } from '@japa/runner'
import { styleRules, type StyleRule } from '#tests/helpers/stylesheets'

/** What the reader's colours or paper change stands together; a scope's tokens and base are no component. */
const ELSEWHERE = ['forced_colors.css', 'print.css', 'tokens.css', 'base.css']
const SCOPE = /^\.chat-(inbox|settings|record) (?=\.)/

/** The class that a rule of its own defines; a selector with parts around it only places the class. */
function definedBy(selector: string) {
  const own = selector.replace(SCOPE, '')
  if (/[\s>+~]/.test(own.replace(/[([][^)\]]*[)\]]/g, ''))) return null
  return /\.([\w-]+)(?=[^.]*$)/.exec(own.replace(/\(.*\)/g, ''))?.[1] ?? null
}

function definitions(pattern: string) {
  const files = new Map<string, Set<string>>()
  for (const { file, selectors } of styleRules(pattern)) {
    if (ELSEWHERE.includes(basename(file))) continue
    for (const name of selectors.map(definedBy).filter((each) => each !== null))
      files.set(name, (files.get(name) ?? new Set()).add(file))
  }
  return files
}

const isDark = ({ selectors, media }: StyleRule) =>
  [...selectors, ...media].some((each) => /prefers-color-scheme|data-theme/.test(each))

test.group('The stylesheets', () => {
  for (const part of ['chat/{shared,inbox,settings,dashboard,agent}', 'crm']) {
    test(`define each class in one file: ${part}`, ({ assert }) => {
      const defined = definitions(`resources/css/${part}/*.css`)
      const twice = [...defined].filter(([, files]) => files.size > 1)
      assert.isAbove(defined.size, 50)
      assert.deepEqual(
        twice.map(([name, files]) => `${name}: ${[...files].join(', ')}`),
        []
      )
    })
  }

  test('have what a colour is in the dark beside what it is in the light', ({ assert }) => {
    const rules = styleRules('resources/css/**/*.css')
    const again = rules
      .filter(isDark)
      .flatMap(({ declarations }) => declarations)
      .filter(([name]) => name !== 'color-scheme')
    assert.deepEqual(again, [])

    const pairs = rules
      .flatMap(({ file, declarations }) => declarations.map((each) => [file, ...each]))
      .filter(([, , value]) => value.includes('light-dark('))
    assert.isAbove(pairs.length, 20)
    assert.deepEqual([...new Set(pairs.map(([file]) => basename(file)))], ['tokens.css'])
    const names = pairs.map(([file, name]) => `${file} ${name}`)
    assert.lengthOf(new Set(names), names.length)
  })
})
