import type { canned as english } from '../en/canned.js'
import type { Translation } from '../translation.js'

export const canned: Translation<typeof english> = {
  title: 'Réponses types',
  lead: 'Des réponses toutes prêtes. Dans la boîte de réception, tapez {slash} et le raccourci.',
  new: 'Nouvelle réponse',
  empty: {
    title: 'Aucune réponse type',
    text: 'Enregistrez les réponses que vous tapez tous les jours. Noms et numéros se remplissent automatiquement.',
    add: 'Créer votre première réponse',
  },
  shortcut: {
    label: 'Raccourci',
    hint: 'Ce que les agents tapent après la barre oblique, p. ex. remboursement.',
  },
  name: {
    label: 'Titre',
    hint: 'Interne. Les visiteurs ne le voient pas.',
  },
  content: 'Texte',
  new_title: 'Nouvelle réponse type',
  response: 'Réponse',
  placeholders: 'Variables, remplies depuis la conversation en cours :',
  fallback:
    'Ajoutez une valeur par défaut après un | au cas où elle serait inconnue : {example}. Sans elle, la variable reste vide.',
  create: 'Créer la réponse',
  removal: 'Zone de danger',
  delete: 'Supprimer la réponse',
  delete_consequence:
    'Elle ne sera plus disponible dans la boîte de réception. Les messages déjà envoyés ne changent pas.',
  flash: {
    deleted: '/{shortcut} supprimée.',
    saved: '/{shortcut} enregistrée.',
  },
  unknown_placeholder: '{problem}. Utilisez {placeholders}.',
}
