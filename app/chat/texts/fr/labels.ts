import type { labels as english } from '../en/labels.js'
import type { Translation } from '../translation.js'

export const labels: Translation<typeof english> = {
  title: 'Libellés du chat',
  edit: 'Modifier le libellé',
  lead: 'Les étiquettes avec lesquelles votre équipe classe les conversations. Les visiteurs ne les voient jamais.',
  name: 'Nom',
  colour: 'Couleur',
  save: 'Enregistrer le libellé',
  add: 'Ajouter un libellé',
  delete: 'Supprimer le libellé',
  delete_consequence: 'Il sera retiré définitivement de toutes les conversations.',
  label: 'Libellé',
  conversations: 'Conversations',
  conversations_with: 'avec {name}',
  empty: {
    title: 'Aucun libellé',
    text: 'Ajoutez-en un ci-dessus, p. ex. « Facturation » ou « Bug », puis classez et filtrez vos conversations.',
  },
  flash: {
    deleted: 'Libellé {name} supprimé.',
    saved: 'Libellé {name} enregistré.',
  },
}
