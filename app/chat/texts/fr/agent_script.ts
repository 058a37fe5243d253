import type { agentScript as english } from '../en/agent_script.js'
import type { Translation } from '../translation.js'

export const agentScript: Translation<typeof english> = {
  waiting: '{visitor} attend votre réponse',
  transferred: '{agent} vous a transféré {visitor}',
  snooze_over: '{visitor} : veille terminée',
  dismiss: 'Ignorer',
  unread: '{count} non lus',
  bell: {
    label: 'Notifications',
    unread: {
      one: 'Notifications, {count} non lue',
      many: 'Notifications, {count} non lues',
      other: 'Notifications, {count} non lues',
    },
    all_read: 'Tout marquer comme lu',
    settings: 'Paramètres',
  },
  status: {
    label: 'Mon statut de chat',
    online: 'En ligne',
    away: 'Absent',
    busy: 'Occupé',
    offline: 'Hors ligne',
    idle: '{status} (inactif)',
    full: '{status} (complet)',
    shown: '{status} ({other})',
  },
  errors: {
    offline: 'Aucune connexion',
    forbidden: 'Vous n’êtes pas autorisé à faire cela',
    missing: 'Cette conversation n’existe plus',
    too_fast: 'Trop de requêtes. Réessayez dans un instant.',
    ours: 'Une erreur s’est produite de notre côté',
    logged_out: 'Vous avez été déconnecté',
  },
  unsent: {
    one: 'Réponse non envoyée : {title}',
    many: {
      one: '{count} réponse non envoyée',
      many: '{count} réponses non envoyées',
      other: '{count} réponses non envoyées',
    },
    held: 'Il y a de nouveaux messages dans la conversation. Lisez-les d’abord.',
    logged_out: 'Vous avez été déconnecté. Nous l’enverrons quand vous vous reconnecterez.',
    stay: 'Nous continuons d’essayer. Ne fermez pas encore cette page.',
    trying: 'Nous continuons d’essayer.',
    trying_after: '{problem}. Nous continuons d’essayer.',
  },
}
