import type { launcher as english } from '../en/launcher.js'
import type { Translation } from '../translation.js'

export const launcher: Translation<typeof english> = {
  label: 'Chat',
  consent: {
    agree: 'Accepter et démarrer le chat',
    decline: 'Pas maintenant',
    link: 'Politique de confidentialité',
  },
  push: {
    ask: 'Voulez-vous être averti ici quand nous répondons ?',
    accept: 'M’avertir',
    on: 'Nous vous avertirons ici quand nous répondrons.',
    turn_off: 'Désactiver',
    failed: 'Impossible d’activer les notifications dans ce navigateur.',
  },
}
