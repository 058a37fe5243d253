import type { supportChat as english } from '../en/support_chat.js'
import type { Translation } from '../translation.js'

/** The chat of signed-in users in the host's own pages. */
export const supportChat: Translation<typeof english> = {
  widget_name: 'Support für angemeldete Nutzer',
  pages: 'Ihre eigenen Seiten',
  install:
    'Setzen Sie diesen Tag in das Layout Ihrer eigenen Seiten. Angemeldete Nutzer haben den Chat dort mit ihrem Namen und ihrer E-Mail-Adresse.',
}
