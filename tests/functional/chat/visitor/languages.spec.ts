import { test } from '@japa/runner'
import Visitor from '#chat/models/visitor'
import { inLanguage, useHouseLanguage } from '#chat/texts/catalogue'
import { defineConfig, type ChatConfigInput } from '#chat/define_config'
import { widgetDefaults } from '#chat/services/widgets/widget_attributes'
import { ChatWorld } from '#tests/helpers/chat_world'
import { drainListeners } from '#chat/support/emit_after_commit'

const TITLE = /"welcome_title":"([^"]*)"/

test.group('The language of a frame', () => {
  test('{2}: browser {1}')
    .with([
      ['de', 'fr', 'de', 'Guten Tag!'],
      ['', 'pl-PL,pl;q=0.9', 'pl-PL', 'Dzień dobry!'],
      ['sv', 'ja', 'ja', 'こんにちは！'],
      ['sv', 'fi', 'en-GB', 'Hi there!'],
      ['"><script>#o=//', 'en-US', 'en-US', 'Hi there!'],
      ['de_AT.UTF-8', '', 'de', 'Guten Tag!'],
      ['constructor', '*', 'en-GB', 'Hi there!'],
      ['x'.repeat(5000), ';;;q=9,,\u00e4', 'en-GB', 'Hi there!'],
    ] as [string, string, string, string][])
    .run(async ({ client, assert }, [lang, browser, locale, title]) => {
      const world = await ChatWorld.create()
      const frame = await client
        .get(`/p/chat/${world.widget.publicKey}`)
        .qs({ lang })
        .header('accept-language', browser)
      frame.assertStatus(200)
      assert.include(frame.text(), `<html class="chat-widget" lang="${locale}"`)
      assert.equal(frame.text().match(TITLE)![1], title)
    })

  test('is the one that the website’s script asks for, before the widget’s own', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create({ language: 'nl' })
    const path = `/p/chat/${world.widget.publicKey}`
    const own = await client.get(path).qs({ lang: 'de' })
    assert.equal(own.text().match(TITLE)![1], 'Hallo!')
    const asked = await client.get(path).qs({ lang: 'de', language: 'tr' })
    assert.equal(asked.text().match(TITLE)![1], 'Merhaba!')
    const loader = await client.get(`${path}.js`).qs({ language: 'tr' })
    assert.include(loader.text(), '?language=tr&lang=')
    assert.include(loader.text(), '"label":"Sohbet"')
    const refused = await client.get(path).qs({ language: 'xx' })
    refused.assertStatus(422)
  })

  test('has the admin’s translation, else the text as it is, else the chat’s own', async ({
    client,
    assert,
  }) => {
    const welcomeMessage = 'Ask us about bikes'
    const translations = { es: { welcome_title: 'Hola, ciclista' } }
    const world = await ChatWorld.create({ ...widgetDefaults(), welcomeMessage, translations })
    const frame = await client.get(`/p/chat/${world.widget.publicKey}`).qs({ lang: 'es' })
    assert.include(frame.text(), '"welcome_title":"Hola, ciclista"')
    assert.include(frame.text(), `"welcome_message":"${welcomeMessage}"`)
    assert.include(frame.text(), '"input_placeholder":"Escribe un mensaje…"')
  })
})

test.group('The language of a visitor', () => {
  test('is remembered with their session, and is that of refusals and of the history', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const api = `/api/widget/${world.widget.publicKey}`
    const session = await client.post(`${api}/session`).header('accept-language', 'fr').json({})
    const token = session.body().visitor_token
    const [visitor] = await Visitor.query().where('widget_id', world.widget.id)
    assert.equal(visitor.locale, 'fr')
    const refused = await client
      .post(`${api}/conversations`)
      .header('x-visitor-token', token)
      .header('accept-language', 'it')
      .json({ content: 5, client_message_id: 'x' })
    assert.include(refused.text(), 'Messaggio: inserisci un testo')
    await client
      .post(`${api}/session`)
      .header('x-visitor-token', token)
      .header('accept-language', 'pl')
      .json({})
    await visitor.refresh()
    assert.equal(visitor.locale, 'pl')
  })

  test('does not reach what is stored for all', async ({ assert }) => {
    const world = await ChatWorld.create()
    const anna = await world.agent('Anna')
    const { conversation } = await world.chatting({ name: 'Jane' })
    await inLanguage('de', () => world.chat.conversations.resolve(conversation, anna))
    await drainListeners(1000)
    const { messages } = await world.chat.inbox.thread(conversation, {
      limit: 20,
      visibility: 'public',
    })
    assert.include(
      messages.map(({ content }) => content),
      'Anna resolved this conversation'
    )
  })
})

test.group('The language of the installation', (group) => {
  group.each.teardown(() => useHouseLanguage('en'))

  test('is what readers get whose own is not there', async ({ client, assert }) => {
    useHouseLanguage('de')
    const world = await ChatWorld.create()
    const frame = await client
      .get(`/p/chat/${world.widget.publicKey}`)
      .header('accept-language', 'sv')
    assert.include(frame.text(), 'Guten Tag!')
  })

  test('is refused when the chat does not have it', ({ assert }) => {
    const config = { publicUrl: 'https://crm.example.com', language: 'sv' }
    assert.throws(
      () => defineConfig(config as unknown as ChatConfigInput),
      /language in config\/chat\.ts is "sv": it must be one of en, de/
    )
  })
})
