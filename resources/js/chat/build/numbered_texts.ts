import type { Plugin } from 'vite'
import { widget } from '../../../../app/chat/texts/en/widget.js'
import { TEXTS_ORDER } from '../../../../app/chat/support/assets.js'
import { isOfWidget } from './texts_of_page.js'

const KEYS: string[] = Object.keys(widget)

/**
 * The widget asks for its texts by number: neither its script nor the page that brings the texts carries their keys.
 * Which number is which text is written down beside the script, for the server.
 */
export const numberedTexts: Plugin = {
  name: 'chat:numbered-texts',
  enforce: 'pre',
  transform(code, id) {
    if (!code.includes('/texts.js') || !isOfWidget(id)) return null
    return { code: code.replace(/(?<![\w.])text\((?:'(\w+)')?/g, numbered), map: null }
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: TEXTS_ORDER, source: JSON.stringify(KEYS) })
  },
}

/** @throws Error for a key that does not stand in the call itself, or that the catalogue does not have */
function numbered(call: string, key?: string) {
  const number = KEYS.indexOf(key ?? '')
  if (number < 0) throw new Error(`${call}…: no text of the widget has such a key`)
  return `text(${number}`
}
