import { test } from '@japa/runner'
import postcss from 'postcss'
import { islandStyles } from '../../../resources/js/chat/build/island_styles.js'

const ORDER = '@layer chat.base, chat.components;'
const ISLANDS = ':is(.chat-settings,.chat-record)'

async function built(css: string, from = 'resources/css/chat/settings/main.css') {
  const { css: text } = await postcss([islandStyles]).process(css, { from })
  return text.replace(/\s+/g, ' ').trim()
}

test.group('The stylesheets of the module’s pages, built', () => {
  test('have specificity in the place of layers', async ({ assert }) => {
    const sheet = `${ORDER}
      @layer chat.components { .chat-a { top: 0 } }
      @layer chat.base { .chat-b > a { top: 1px } }`
    assert.equal(
      await built(sheet),
      '.chat-a:not(#_#_) { top: 0 } .chat-b > a:not(#_) { top: 1px }'
    )
  })

  test('name their pseudo-elements last', async ({ assert }) => {
    const sheet = `${ORDER} @layer chat.base {
      .chat-a::before, .chat-a:hover::file-selector-button:hover, .chat-a:is(b, i) { top: 0 } }`
    assert.equal(
      await built(sheet),
      '.chat-a:not(#_)::before, .chat-a:hover:not(#_)::file-selector-button:hover, .chat-a:is(b, i):not(#_) { top: 0 }'
    )
  })

  test('say nothing about elements outside of the islands', async ({ assert }) => {
    assert.equal(
      await built(`${ORDER} @layer chat.base { mark, ::placeholder { top: 0 } }`),
      `${ISLANDS} mark:not(#_), ${ISLANDS} :not(#_)::placeholder { top: 0 }`
    )
  })

  test('say nothing about the islands of other stylesheets', async ({ assert }) => {
    const sheet = `${ORDER} @layer chat.base { .chat-island { top: 0 } }`
    assert.equal(await built(sheet), `${ISLANDS}:not(#_) { top: 0 }`)
    const inbox = 'resources/css/chat/inbox/main.css'
    assert.equal(await built(sheet, inbox), '.chat-inbox:not(#_) { top: 0 }')
    await assert.rejects(() => built(sheet, 'resources/css/chat/other/main.css'), /"other"/)
  })

  test('reach into conditions, and leave the steps of animations alone', async ({ assert }) => {
    const sheet = `${ORDER} @layer chat.base {
      @media print { .chat-a { top: 0 } } @keyframes chat-x { from { top: 0 } } }`
    assert.equal(
      await built(sheet),
      '@media print { .chat-a:not(#_) { top: 0 } } @keyframes chat-x { from { top: 0 } }'
    )
  })

  test('are in a layer that has its place', async ({ assert }) => {
    await assert.rejects(
      () => built(`${ORDER} @layer chat.other { .chat-a { top: 0 } }`),
      /"chat.other" is not in the order of layers/
    )
  })

  test('stay as they are without the module’s layers', async ({ assert }) => {
    const sheet = '@layer base; @layer base { a { top: 0 } } .chat-a { top: 0 }'
    assert.equal(await built(sheet), sheet)
  })
})
