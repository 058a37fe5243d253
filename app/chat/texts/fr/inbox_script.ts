import type { inboxScript as english } from '../en/inbox_script.js'
import type { Translation } from '../translation.js'

export const inboxScript: Translation<typeof english> = {
  page: 'Chat',
  reload: 'Recharger',
  undo: 'Annuler',
  dismiss: 'Ignorer',
  failed: 'Une erreur s’est produite',
  connection: {
    connecting: 'Connexion…',
    live: 'En direct',
    polling: 'Pas de mises à jour en direct. Vérification toutes les quelques secondes',
    offline: 'Hors ligne',
    ended: 'Déconnecté',
  },
  gone: {
    deleted: 'Cette conversation a été supprimée',
    left: 'Vous n’avez plus accès à cette conversation',
  },
  ended: {
    logged_out: 'Vous avez été déconnecté',
    forbidden: 'Vous ne pouvez plus utiliser ce chat',
    off: 'Le chat est désactivé',
  },
  presence: {
    typing: '{name} écrit…',
    here: '{name} consulte aussi cette conversation',
    replying: {
      one: '{names} est en train de répondre',
      many: '{names} sont en train de répondre',
      other: '{names} sont en train de répondre',
    },
  },
  thread: {
    newest: 'Derniers messages',
    new: 'Nouveaux messages',
    announced: {
      one: '',
      many: '{count} nouveaux messages. ',
      other: '{count} nouveaux messages. ',
    },
    announced_by: '{name} : {text}',
  },
  selection: {
    most: 'Vous pouvez sélectionner jusqu’à {count} conversations à la fois',
    count: '{count} sélectionnées',
  },
  search: {
    none: 'Aucun résultat',
    results: {
      one: '{count} résultat',
      many: '{count} résultats',
      other: '{count} résultats',
    },
    conversations: 'Conversations',
  },
  files: {
    most: 'Vous pouvez envoyer jusqu’à {max} fichiers à la fois.',
    large: '{name} dépasse {max} Mo.',
    lost: 'Envoi interrompu',
    uploading: 'Envoi en cours… {percent}',
    remove: 'Retirer {name}',
    retry: 'Envoyer {name} à nouveau',
    wait: 'Les fichiers sont encore en cours d’envoi. Patientez ou retirez-les.',
    later: 'Les fichiers ne peuvent pas être programmés. Envoyez-les maintenant ou retirez-les.',
  },
  composer: {
    left: {
      one: 'reste {count}',
      many: 'reste {count}',
      other: 'reste {count}',
    },
    send: 'Envoyer',
    send_anyway: 'Envoyer quand même',
    stale:
      'Non envoyée : de nouveaux messages sont arrivés avant votre réponse. Appuyez sur Entrée pour l’envoyer quand même.',
    stale_from:
      'Non envoyée : {name} a écrit avant votre réponse. Appuyez sur Entrée pour l’envoyer quand même.',
    reply: 'Écrire une réponse…',
    note: 'Écrire une note pour votre équipe…',
    not_kept: 'Votre message n’a pas été envoyé. Copiez-le, rechargez la page et réessayez.',
    sending: 'Envoi…',
    not_sent: 'Non envoyé : {problem}',
    at_risk: '{state}. Ne fermez pas cette page.',
    canned: {
      one: '{count} réponse type',
      many: '{count} réponses types',
      other: '{count} réponses types',
    },
  },
}
