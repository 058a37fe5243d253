import type { forms as english } from '../en/forms.js'
import type { Translation } from '../translation.js'

export const forms: Translation<typeof english> = {
  not_saved: 'Nicht gespeichert. Bitte korrigieren Sie die markierten Felder.',
  cancel: 'Abbrechen',
  save_changes: 'Änderungen speichern',
  copy: 'Kopieren',
  actions: 'Aktionen',
  delete: 'Löschen',
  saved: 'Ihre Änderungen wurden gespeichert.',
  log: {
    pages: 'Seiten des Protokolls',
    newest: 'Neueste',
    older: 'Ältere',
    end: 'Ende des Protokolls',
  },
}
