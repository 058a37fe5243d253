import type { drawn as english } from '../en/drawn.js'
import type { Translation } from '../translation.js'

export const drawn: Translation<typeof english> = {
  status: {
    pending: 'En attente',
    active: 'Active',
    waiting: 'Attend le visiteur',
    resolved: 'Résolue',
    closed: 'Fermée',
    archived: 'Archivée',
    snoozed: 'En veille',
  },
  priority: {
    low: 'Basse',
    normal: 'Normale',
    high: 'Haute',
    urgent: 'Urgente',
  },
  messages: {
    one: '{count} message',
    many: '{count} messages',
    other: '{count} messages',
  },
  in_app: 'Dans l’app',
  in_app_title: 'Écrit par un utilisateur connecté dans vos propres pages',
  no_messages: 'Aucun message',
  you: 'Vous',
  sender: {
    you: 'Vous : ',
    bot: 'Bot : ',
    name: '{name} : ',
  },
  rated: 'Noté {rating} sur 5',
  assigned_to_you: 'attribuée à vous',
  assigned_to: 'attribuée à {name}',
  wait: {
    moment: '<1 min',
    minutes: '{minutes} min',
    hours: '{hours} h',
    days: '{days} j',
  },
}
