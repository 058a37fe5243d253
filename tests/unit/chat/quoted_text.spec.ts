import { test } from '@japa/runner'
import { htmlText } from '#chat/services/mail/inbound/html_text'
import { splitQuote } from '#chat/services/mail/inbound/quoted_text'

const OWN = 'Size 42, please.\n\nBest\nVera'

/** What mail programs write between an answer and what it answers. */
const QUOTES: Record<string, string> = {
  'Gmail': 'On Sat, 28 Nov 2026 at 09:00, Anna Agent <chat@crm.example> wrote:\n> Which size?',
  'Gmail, broken':
    'On Sat, 28 Nov 2026 at 09:00, Anna Agent from the Velo Atelier\n<chat@crm.example> wrote:\n\n> Which size?',
  'Gmail, German': 'Am Sa., 28. Nov. 2026 um 09:00 Uhr schrieb Anna <chat@crm.example>:\n> Welche?',
  'Gmail, French': 'Le sam. 28 nov. 2026 à 09:00, Anna <chat@crm.example> a écrit :\n> Laquelle ?',
  'Gmail, Spanish': 'El sáb, 28 nov 2026 a las 9:00, Anna (<chat@crm.example>) escribió:\n> ¿Cuál?',
  'Apple Mail':
    '> On 28 Nov 2026, at 09:00, Anna Agent <chat@crm.example> wrote:\n> \n> Which size?',
  'Outlook':
    'From: Anna Agent <chat@crm.example>\nSent: Saturday, 28 November 2026 09:00\nTo: Vera\nSubject: Anna replied\n\nWhich size?',
  'Outlook, German':
    'Von: Anna Agent\nGesendet: Samstag, 28. November 2026 09:00\nAn: Vera\nBetreff: Antwort\n\nWelche?',
  'Outlook, line': '________________________________\nFrom: Anna Agent\nSent: today\n\nWhich size?',
  'Outlook, old': '-----Original Message-----\nFrom: Anna\n\nWhich size?',
  'a quote alone': '> Which size?\n> \n> Anna',
  'a signature': '-- \nVera Visitor, Visiting Ltd.',
}

test.group('What an email quotes', () => {
  test('of {$self} is folded')
    .with(Object.keys(QUOTES))
    .run(({ assert }, name) => {
      const text = `${OWN}\n\n${QUOTES[name]}\n`
      const { own, quoted } = splitQuote(text.replaceAll('\n', '\r\n'))
      assert.equal(own, OWN)
      assert.equal(quoted, QUOTES[name].trim())
    })

  test('is distinguished from what only looks like it', ({ assert }) => {
    for (const text of [
      'On Monday I wrote you about it.\nDid you see that?',
      'From: the heart, thanks!',
      '> 5 bikes, you said?\nYes.',
      'We need:\n- a bike\n-- no, two',
    ]) {
      const { own } = splitQuote(text)
      assert.include(own, text.split('\n').at(-1)!)
    }
  })

  test('with the answers inside keeps both, and a quote alone is what was sent', ({ assert }) => {
    const inside = '> Which size?\n42\n> Which colour?\nRed'
    assert.deepEqual(splitQuote(inside), { own: '42\nRed', quoted: inside })
    assert.deepEqual(splitQuote('> Which size?'), { own: '> Which size?', quoted: '' })
    assert.deepEqual(splitQuote(''), { own: '', quoted: '' })
  })

  test('takes no longer the more there is of it', ({ assert }) => {
    const begun = performance.now()
    for (const part of ['On ', '> ', 'From: a\n', 'on a:\n', '- ', 'wrote:'])
      splitQuote(part.repeat(200_000 / part.length))
    assert.isBelow(performance.now() - begun, 2000)
  })
})

test.group('An email that has HTML alone', () => {
  test('is read as text, with its lines and quotes', ({ assert }) => {
    const html =
      '<html><head><style>p { color: red }</style><title>x</title></head><body><!-- hidden > -->' +
      '<p>Size&nbsp;42 &amp; red,<br>please.</p><div>Best</div><script>alert(1)</script>' +
      '<div class="gmail_quote">On Sat, Anna wrote:<blockquote><p>Which size?</p></blockquote></div></body></html>'
    const text = htmlText(html)
    assert.include(text, 'Size 42 & red,\nplease.')
    assert.include(text, '> Which size?')
    for (const hidden of ['color', 'alert', 'hidden', '<']) assert.notInclude(text, hidden)
    assert.equal(splitQuote(text).own.split('\n').at(-1), 'Best')
  })

  test('may be broken, and takes no longer then', ({ assert }) => {
    const begun = performance.now()
    for (const html of [
      '<',
      '<!--',
      '<b',
      '&#99999999;',
      '<blockquote>'.repeat(20_000),
      '<<'.repeat(90_000),
    ])
      assert.isString(htmlText(html))
    assert.isBelow(performance.now() - begun, 2000)
  })
})
