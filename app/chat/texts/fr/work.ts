import type { work as english } from '../en/work.js'
import type { Translation } from '../translation.js'

export const work: Translation<typeof english> = {
  title: 'Tâches de fond',
  lead: 'Ce qui s’exécute plus tard ou prend du temps : e-mails, effacements, suppressions selon l’âge. Un redémarrage n’en perd rien.',
  running: {
    title: 'En cours',
    progress: '{done} sur {total}',
    cancel: 'Annuler',
    cancel_hint:
      'Ce qui est déjà supprimé reste supprimé. Annuler la suppression des anciennes conversations la désactive pour ce widget.',
    none: 'Aucune longue tâche en cours.',
  },
  failed: {
    title: 'Échecs',
    text: 'Nous avons essayé chacune six fois avant d’abandonner. Corrigez la cause, puis relancez.',
    task: 'Tâche',
    reason: 'Raison',
    since: 'Depuis',
    unknown: 'Aucune raison indiquée',
    retry: 'Relancer',
    discard: 'Abandonner',
    none: 'Aucun échec.',
  },
  waiting: {
    title: 'Planifiées',
    count: 'Planifiées',
    next: 'Prochaine',
    late: 'En retard depuis {time}',
    none: 'Rien n’est planifié.',
  },
  kinds: {
    'auto-close': 'Fermer les conversations résolues',
    'snooze-end': 'Terminer les veilles',
    'undoable-action': 'Résoudre, fermer et archiver après le délai d’annulation',
    'reply-mail': 'Envoyer les réponses non lues par e-mail',
    'planned-reply': 'Envoyer les réponses programmées',
    'missed-chat': 'Chats manqués',
    'follow-up': 'Relances',
    'follow-up-start': 'Relances après un changement de réglages',
    'erase-visitor': 'Effacer des visiteurs',
    'retention': 'Supprimer les anciennes conversations',
    'notice': 'Créer les notifications',
    'web-push': 'Push vers les navigateurs des agents',
    'visitor-push': 'Envoyer les réponses au navigateur des visiteurs',
    'host-push': 'Push vers l’application du CRM',
    'notice-mail': 'Envoyer les notifications non lues par e-mail',
    'unknown': 'Autres tâches',
  },
  flash: {
    retried: 'Relancée',
    cancelled: 'Annulée',
  },
}
