import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ENGLISH, useCatalogue } from '#chat/texts/catalogue'
import { english } from '#chat/texts/en/index'
import { frameTexts } from '#chat/texts/frame_texts'

const inEnglish = Object.entries(english.widget)

test.group('The texts of a frame', (group) => {
  group.each.teardown(() => useCatalogue(ENGLISH))

  test('are a list in the order of the built script, in the language in use, without keys', async ({
    client,
    assert,
  }) => {
    // Another language may have its texts in another order
    const widget = Object.fromEntries(inEnglish.toReversed().map(([key]) => [key, `«${key}»`]))
    useCatalogue({ locale: 'fr', messages: { ...english, widget } })
    const world = await ChatWorld.create()
    const page = (await client.get(`/p/chat/${world.widget.publicKey}`)).text()
    assert.include(page, '<html class="chat-widget" lang="fr"')
    const [, carried] = page.match(/id="chat-texts">(.*?)<\/script>/)!
    assert.deepEqual(
      JSON.parse(carried),
      inEnglish.map(([key]) => `«${key}»`)
    )
  })

  test('are refused when the script wants one that the catalogue does not have', ({ assert }) => {
    const { send, ...widget } = english.widget
    useCatalogue({ locale: 'en', messages: { ...english, widget } })
    assert.throws(frameTexts, 'The catalogue has no text "widget.send"; build again')
  })
})
