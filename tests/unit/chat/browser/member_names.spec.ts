import { test } from '@japa/runner'
import { parseAst } from 'vite'
import { memberNames } from '../../../../resources/js/chat/build/member_names.js'

const namesIn = (script: string) => memberNames(parseAst(script))

test.group('Names that a build may shorten', () => {
  test('are those of methods, accessors and fields', ({ assert }) => {
    const script = `class A { constructor() { this.isOpen = 1 } get isShown() {} movedTo() {} endLast = 2 }`
    assert.sameMembers(namesIn(script), ['isOpen', 'isShown', 'movedTo', 'endLast'])
  })

  test('are not those that something outside may have as well: {0}')
    .with([
      ['class A { read_at() {} }'],
      ['class A { online = true }'],
      ['class A { isLooking() {} }; post({ isLooking: true })'],
      ['class A { isLooking() {} }; const { isLooking } = heard'],
      ['class A { isLooking() {} }; heard["isLooking"]'],
      ['new Intl.DateTimeFormat("en", { dateStyle: "long" }).resolvedOptions().hourCycle'],
    ])
    .run(({ assert }, [script]) => assert.isEmpty(namesIn(script)))
})
