import type { launcher as english } from '../en/launcher.js'
import type { Translation } from '../translation.js'

export const launcher: Translation<typeof english> = {
  label: 'Chat',
  consent: {
    agree: 'Accepter et démarrer le chat',
    decline: 'Pas maintenant',
    link: 'Politique de confidentialité',
  },
}
