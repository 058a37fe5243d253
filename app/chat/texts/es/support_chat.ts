import type { supportChat as english } from '../en/support_chat.js'
import type { Translation } from '../translation.js'

/** The chat of signed-in users in the host's own pages. */
export const supportChat: Translation<typeof english> = {
  widget_name: 'Soporte para usuarios conectados',
  pages: 'Sus propias páginas',
  install:
    'Ponga esta etiqueta en el diseño de sus propias páginas. Los usuarios conectados tienen el chat allí, con su nombre y correo.',
}
