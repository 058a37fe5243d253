import type { inboxEmpty as english } from '../en/inbox_empty.js'
import type { Translation } from '../translation.js'

export const inboxEmpty: Translation<typeof english> = {
  open: {
    title: 'Tout est à jour',
    text: 'Personne n’attend de réponse. Les nouvelles conversations apparaissent ici automatiquement.',
  },
  mine: {
    title: 'Aucune conversation ne vous est attribuée',
    text: 'Prenez-en une dans Non attribuées, ou attendez la prochaine attribution.',
  },
  unassigned: {
    title: 'Tout est attribué',
    text: 'Chaque conversation ouverte a un agent.',
  },
  pending: {
    title: 'Aucune conversation en attente',
    text: 'Les nouvelles conversations commencent ici.',
  },
  active: {
    title: 'Aucune conversation active',
    text: 'Les conversations qui attendent une réponse de votre équipe apparaissent ici.',
  },
  waiting: {
    title: 'Aucune conversation n’attend un visiteur',
    text: 'Les conversations arrivent ici quand vous avez répondu et attendez le visiteur.',
  },
  snoozed: {
    title: 'Rien en veille',
    text: 'Les conversations en veille reviennent à l’heure choisie, ou quand le visiteur écrit.',
  },
  resolved: {
    title: 'Rien de résolu',
    text: 'Les conversations résolues sont conservées ici.',
  },
  closed: {
    title: 'Rien de fermé',
    text: 'Les conversations fermées sont conservées ici.',
  },
  archived: {
    title: 'Les archives sont vides',
    text: 'Les conversations archivées sont conservées ici.',
  },
  all: {
    title: 'Aucune conversation',
    text: 'Les nouvelles conversations apparaîtront ici.',
  },
  filtered: {
    title: 'Aucun résultat',
    text: 'Aucune conversation ne correspond à tous ces filtres.',
  },
  not_shown: 'Aucun site n’a encore affiché le chat.',
  finish: 'Terminer la configuration',
  no_widget: 'Aucun widget',
  add_chat:
    'Ajoutez le chat à votre site : personnalisez un widget, puis collez une ligne de code.',
  set_up: 'Configurer le chat',
  ask: 'Les conversations apparaîtront ici quand un administrateur aura ajouté un widget à votre site.',
  none_open: 'Aucune conversation ouverte',
  none_open_text: 'Les nouvelles conversations apparaissent à gauche.',
  choose: 'Choisissez une conversation',
  choose_text: 'Les plus récentes d’abord. Utilisez {next} et {previous} pour parcourir la liste.',
}
