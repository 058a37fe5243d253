import { glob } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from '@japa/runner'
import { VineValidator } from '@vinejs/vine'
import { speakPseudo } from '#tests/helpers/pseudo_locale'

const FILES = 'app/chat/validators/{inbox,routing,settings,widget}/**/*.ts'

/** Values of which every rule refuses at least one. */
const WRONG = [undefined, null, '', 'x y', 'ü'.repeat(9000), -1.5, 1e12, true, {}, [], ['a', 'a']]
const MANY = Array.from({ length: 999 }, (_, index) => `${index}`)

type Schema = { properties?: Record<string, Schema> }
type Refusal = { messages: { field: string; rule: string; message: string }[] }

/** A body in which each field, those inside of others included, has the same value. */
function filledWith(value: unknown, { properties }: Schema): unknown {
  if (!properties) return value
  const fields = Object.entries(properties).map(([name, inner]) => [name, filledWith(value, inner)])
  return Object.fromEntries(fields)
}

async function validators() {
  const found: [string, VineValidator<any, any>][] = []
  for await (const path of glob(FILES)) {
    const exported = await import(pathToFileURL(resolve(path)).href)
    for (const [name, value] of Object.entries(exported)) {
      if (value instanceof VineValidator) found.push([`${path} ${name}`, value])
    }
  }
  return found
}

test.group('Messages of a refused form', () => {
  test('come from the catalogue, whatever the validator and the value', async ({
    assert,
    cleanup,
  }) => {
    cleanup(speakPseudo())
    const all = await validators()
    const foreign = new Set<string>()
    const rules = new Set<string>()
    for (const [name, validator] of all) {
      for (const value of [...WRONG, MANY]) {
        for (const body of [value, filledWith(value, validator.toJSONSchema() as Schema)]) {
          const refusal: Refusal | null = await validator.validate(body as object).then(
            () => null,
            (error) => error
          )
          for (const { field, rule, message } of refusal?.messages ?? []) {
            rules.add(rule)
            if (!/^⟦.*⟧$/s.test(message) || message.includes('undefined')) {
              foreign.add(`${name} ${field} ${rule}: ${message}`)
            }
          }
        }
      }
    }
    assert.deepEqual([...foreign], [])
    assert.isAbove(all.length, 25)
    assert.isAbove(rules.size, 15, [...rules].join())
  })
})
