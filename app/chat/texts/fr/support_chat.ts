import type { supportChat as english } from '../en/support_chat.js'
import type { Translation } from '../translation.js'

/** The chat of signed-in users in the host's own pages. */
export const supportChat: Translation<typeof english> = {
  widget_name: 'Assistance des utilisateurs connectés',
  pages: 'Vos propres pages',
  install:
    'Placez cette balise dans la mise en page de vos propres pages. Les utilisateurs connectés y ont la discussion, avec leur nom et leur e-mail.',
}
