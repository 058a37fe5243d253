import type { forms as english } from '../en/forms.js'
import type { Translation } from '../translation.js'

export const forms: Translation<typeof english> = {
  not_saved: 'Non enregistré. Veuillez corriger les champs signalés.',
  cancel: 'Annuler',
  save_changes: 'Enregistrer les modifications',
  copy: 'Copier',
  actions: 'Actions',
  delete: 'Supprimer',
  saved: 'Vos modifications ont été enregistrées.',
  log: {
    pages: 'Pages du journal',
    newest: 'Plus récentes',
    older: 'Plus anciennes',
    end: 'Fin du journal',
  },
}
