import { test } from '@japa/runner'
import { flashableInput } from '#crm/exceptions/flashable_input'

test.group('Flashable input', () => {
  test('keeps what fits into a cookie and never a secret', ({ assert }) => {
    const input = { title: 'Shop', description: 'x'.repeat(5000), password: 'p', _csrf: 't' }
    assert.deepEqual(flashableInput(input), { title: 'Shop' })
  })
})
