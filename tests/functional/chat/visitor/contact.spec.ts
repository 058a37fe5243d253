import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'

const EMAIL = { email: 'vera@example.com' }
const BOTH = { name: 'Vera', ...EMAIL }

test.group('The pre-chat form, on this side', () => {
  for (const [widget, given, missing] of [
    [{ contactRequired: true }, {}, ['name', 'email']],
    [{ contactRequired: true }, EMAIL, ['name']],
    [{ contactRequired: true }, { ...BOTH, name: '   ' }, ['name']],
    [{ contactRequired: true }, BOTH, []],
    [{ contactRequired: true, collectName: false }, EMAIL, []],
    [{ contactRequired: true, collectEmail: false }, { name: 'Vera' }, []],
    [{ contactRequired: false }, {}, []],
  ] as const) {
    const what = `${JSON.stringify(widget)} given ${JSON.stringify(given)}`
    test(`${what} misses ${missing.join(' and ') || 'nothing'}`, async ({ assert }) => {
      const { browser } = await (await ChatWorld.create(widget)).guest()
      const { status, json } = await browser.start('Hello', undefined, given)
      assert.equal(status, missing.length ? 422 : 201)
      assert.deepEqual(json.errors?.map(({ field, rule }: any) => [field, rule]) ?? [], [
        ...missing.map((field) => [field, 'required']),
      ])
    })
  }

  test('known contact details are not requested again', async ({ assert }) => {
    const { browser } = await (await ChatWorld.create({ contactRequired: true })).guest()
    await browser.post('/identify', BOTH)
    assert.equal((await browser.start()).status, 201)
  })
})
