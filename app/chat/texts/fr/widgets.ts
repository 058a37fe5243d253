import type { widgets as english } from '../en/widgets.js'
import type { Translation } from '../translation.js'

export const widgets: Translation<typeof english> = {
  title: 'Widgets de chat',
  new_title: 'Nouveau widget de chat',
  lead: 'Un widget par site. Définissez son apparence, ses textes et ses horaires.',
  new: 'Nouveau widget',
  unfinished: {
    text: 'Le chat n’est encore en ligne sur aucun site.',
    link: 'Terminer la configuration',
  },
  empty: {
    title: 'Aucun widget',
    text: 'Créez un widget, collez son code dans votre site, et les visiteurs peuvent discuter.',
  },
  unconnected:
    '{processes} processus serveur exécutent le chat sans bus de messages partagé. Les mises à jour entre eux peuvent prendre jusqu’à {seconds} secondes, et chaque processus applique ses propres limites de débit. Définissez {variable} pour tous, ou n’exécutez qu’un processus.',
  redis_away:
    'Redis ne répond pas. Rien n’est perdu : les mises à jour entre processus peuvent prendre jusqu’à {seconds} secondes, et chaque processus applique ses propres limites de débit jusqu’au retour de Redis.',
  list: {
    name: 'Nom',
    status: 'Statut',
    websites: 'Sites',
    key: 'Clé',
    changed: 'Dernière modification',
    changed_by: 'par {name}',
    every_website: 'Tous les sites',
    more_websites: {
      other: '{first} et {count} autres',
    },
  },
  active: 'Actif',
  inactive: 'Inactif',
  deactivate: 'Désactiver',
  activate: 'Activer',
  code: 'Code d’installation',
  unsaved: 'Modifications non enregistrées',
  create: 'Créer le widget',
  flash: {
    created: '{name} est prêt. Ajoutez maintenant son code à votre site.',
    deleted: '{name} supprimé. Ses conversations restent dans la boîte de réception.',
    new_key: 'Nouvelle clé créée. Mettez à jour le code de votre site.',
    activated: '{name} est maintenant actif.',
    deactivated: '{name} est maintenant inactif.',
  },
  preview: {
    title: 'Aperçu',
    shown: 'Étape de la conversation',
    first_visit: 'Première visite',
    conversation: 'Conversation',
    resolved: 'Résolue',
    team: 'Équipe',
    now: 'Maintenant',
    online: 'En ligne',
    away: 'Absent',
    question: 'Bonjour ! Le vélo gravel en vitrine est-il encore disponible en taille M ?',
    answer: 'Bonjour ! Oui. Souhaitez-vous que nous vous le réservions jusqu’à samedi ?',
    thanks: 'Oui, merci 🙂',
    seen: 'Lu',
    toggle: 'Ouvrir ou fermer l’aperçu du chat',
  },
}
