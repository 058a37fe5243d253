import type { planned as english } from '../en/planned.js'
import type { Translation } from '../translation.js'

/** Chat > Inbox: replies that are sent later. */
export const planned: Translation<typeof english> = {
  title: 'Envoyer plus tard',
  at: 'À une heure précise ({zone})',
  plan: 'Programmer',
  done: 'Programmée pour le {time}',
  list: 'Réponses programmées',
  yours: 'Vous répondez le {time}',
  by: '{name} répond le {time}',
  ended:
    'Non envoyée, car la conversation était terminée. Rouvrez-la et choisissez une autre heure.',
  follow_up: {
    due: 'La relance part {time}',
    resolve: 'Résolue automatiquement {time}',
    cancel: 'Annuler la relance',
    keep: 'Laisser ouverte',
  },
  edit: 'Modifier',
  message: 'Message programmé',
  time: 'Heure ({zone})',
  save: 'Enregistrer',
  cancel: 'Annuler l’envoi',
}
