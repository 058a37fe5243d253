import { test } from '@japa/runner'
import { initials, splitName } from '#crm/support/name'

test.group('Names', () => {
  test('are split at the first space', ({ assert }) => {
    assert.deepEqual(splitName('  Jane   van  Doe ', null), {
      firstName: 'Jane',
      lastName: 'van Doe',
    })
  })

  test('fall back to what stands before the @', ({ assert }) => {
    assert.deepEqual(splitName(null, 'jane.doe@x.example'), {
      firstName: 'jane.doe',
      lastName: null,
    })
    assert.equal(splitName(' ', null).firstName, 'Unknown')
  })

  test('have initials, whatever they are written in', ({ assert }) => {
    assert.equal(initials('Jane van Doe'), 'JD')
    assert.equal(initials('øyvind'), 'Ø')
    assert.equal(initials(''), '?')
  })
})
