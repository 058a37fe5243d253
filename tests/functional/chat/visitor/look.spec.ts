import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'

const LOOK = { primary_color: '#AA0033', position: 'top-left', company_name: 'Blue <b>Bakery' }

test.group('The look of a widget on one website', () => {
  test('replaces colour, corner and name in loader and frame', async ({ client, assert }) => {
    const { widget } = await ChatWorld.create()
    const address = `/p/chat/${widget.publicKey}`
    const loader = await client.get(`${address}.js`).qs(LOOK)
    loader.assertStatus(200)
    assert.include(loader.text(), '--primary:#aa0033')
    assert.include(loader.text(), '.launcher,.panel,.preview{top:20px;inset-inline-start:20px}')
    assert.include(loader.text(), `${address}?primary_color=%23aa0033`)

    const frame = await client.get(address).qs(LOOK)
    frame.assertTextIncludes('"primary_color":"#aa0033"')
    frame.assertTextIncludes(String.raw`"welcome_title":"Blue \u003cb>Bakery"`)
    frame.assertTextIncludes('<title>Blue &lt;b&gt;Bakery</title>')

    const plain = await client.get(`${address}.js`)
    assert.include(plain.text(), `--primary:${widget.primaryColor}`)
    assert.include(plain.text(), `${address}?lang="`)
  })

  test('is not for a page of its own: a link cannot put words into the CRM', async ({
    client,
    assert,
  }) => {
    const { widget } = await ChatWorld.create()
    const page = await client
      .get(`/p/chat/${widget.publicKey}`)
      .qs(LOOK)
      .header('sec-fetch-dest', 'document')
    assert.notInclude(page.text(), 'Bakery')
  })

  test('is refused when it is none: {0}')
    .with([
      ['primary_color', 'red;}body{display:none'],
      ['position', 'middle'],
      ['company_name', 'x'.repeat(200)],
    ])
    .run(async ({ client, assert }, [field, value]) => {
      const { widget } = await ChatWorld.create()
      for (const suffix of ['.js', '']) {
        const answer = await client
          .get(`/p/chat/${widget.publicKey}${suffix}`)
          .qs({ [field]: value })
        answer.assertStatus(422)
        assert.equal(answer.body().errors[0].field, field)
      }
    })
})
