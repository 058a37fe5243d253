import { test } from '@japa/runner'
import { formatMoney, fromMinorUnits, toMinorUnits } from '#crm/support/money'

test.group('Money', () => {
  test('is written with the digits that its currency has', ({ assert }) => {
    assert.equal(formatMoney(123_456, 'EUR'), '€1,234.56')
    assert.equal(formatMoney(123_456, 'JPY'), '¥123,456')
    assert.equal(formatMoney(null, 'EUR'), '')
  })

  test('survives the way through a form field', ({ assert }) => {
    assert.equal(toMinorUnits(Number(fromMinorUnits(1999, 'EUR')), 'EUR'), 1999)
    assert.equal(toMinorUnits(Number(fromMinorUnits(1999, 'JPY')), 'JPY'), 1999)
    assert.equal(toMinorUnits(1.005, 'EUR'), 100)
  })
})
