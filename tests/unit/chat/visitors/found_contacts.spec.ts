import { test } from '@japa/runner'
import { foundContacts, mayHoldContacts } from '#chat/services/visitors/noticed/found_contacts'

const TEXTS: [text: string, found: object, country?: string][] = [
  ['Hello, do you repair e-bikes?', {}],
  ['Write to jane.doe+shop@mail.example.com.', { email: 'jane.doe+shop@mail.example.com' }],
  ['(jane@home.example)', { email: 'jane@home.example' }],
  ['Follow me @jane, or a@b', {}],
  ['Call me: +49 30 901820, after five', { phone: '+49 30 901820' }],
  ['Ruf an: 030 901820', { phone: '+49 30 901820' }, 'DE'],
  ['My order number is 1234567890123', {}],
  ['It cost 1,299.00 on 2026-11-28', {}, 'DE'],
  ['Order 4711 0815 4711', {}, 'DE'],
  ['Call 212-456-7890', { phone: '+1 212 456 7890' }, 'US'],
  ['Hi, my name is Jane van der Berg and I need help', { name: 'Jane van der Berg' }],
  ["I'm late, my name is not on the list", {}],
  ['ich heiße Jörg Müller-Lüdenscheidt.', { name: 'Jörg Müller-Lüdenscheidt' }],
  ["Je m'appelle Élodie", { name: 'Élodie' }],
  ['Me llamo José Ramón', { name: 'José Ramón' }],
  ['Thank you!\n\nBest regards,\nJane Doe', { name: 'Jane Doe' }],
  [
    'My name is Jane Doe, jane@home.example, +44 20 7946 0958',
    { name: 'Jane Doe', email: 'jane@home.example', phone: '+44 20 7946 0958' },
  ],
]

test.group('Contact details in what visitors write', () => {
  for (const [text, expected, country] of TEXTS) {
    test(JSON.stringify(text), async ({ assert }) => {
      assert.deepEqual(await foundContacts(text, country ?? null), expected)
      if (Object.keys(expected).length) assert.isTrue(mayHoldContacts(text))
    })
  }

  test('are looked for in little time, whatever a text is made of', async ({ assert }) => {
    const hostile = [
      'a@'.repeat(2500),
      'regards \n'.repeat(600),
      '1 '.repeat(2500),
      'A b '.repeat(1250),
    ]
    const begun = performance.now()
    for (const text of hostile) await foundContacts(`my name is ${text}`, 'DE')
    assert.isBelow(performance.now() - begun, 2000)
  })
})
