import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { TEXTS_ORDER } from '#chat/support/assets'
import { builtFile } from '#chat/support/package_files'
import { catalogue } from '#chat/texts/catalogue'
import type { Message, Messages } from '#chat/texts/message'

let order: string[] | null = null

/**
 * The widget's texts in the language in use, in the order in which the built script numbers them.
 *
 * @throws Error when the script wants a text that the catalogue does not have: it was built from another one
 */
export function frameTexts(): Message[] {
  const path = builtFile(TEXTS_ORDER)
  if (!order || !app.inProduction) order = JSON.parse(readFileSync(path, 'utf8')) as string[]
  const texts = catalogue().messages.widget as Messages
  return order.map((key) => {
    if (!(key in texts)) throw new Error(`The catalogue has no text "widget.${key}"; build again`)
    return texts[key] as Message
  })
}
