import { createHash } from 'node:crypto'
import type Widget from '#chat/models/widget'
import type { SupportPageJson } from '#chat/transformers/json/support_json'
import { chatPath, chatUrl } from '#chat/support/chat_url'
import { widgetBase, type Addresses } from '#chat/support/widget_address'

/** The data of `@chatSupport()` for one user; `isInUse` says whether they have a conversation. */
export function supportPage(
  addresses: Addresses,
  { publicKey }: Widget,
  userId: string,
  isInUse: boolean
): SupportPageJson {
  const file = `${publicKey}.js`
  return {
    key: publicKey,
    loader: widgetBase(addresses) + chatPath('chat.widget.loader', { file }),
    session: chatUrl('chat.support.session'),
    user: createHash('sha256').update(`${publicKey}/${userId}`).digest('hex').slice(0, 16),
    known: isInUse,
  }
}
