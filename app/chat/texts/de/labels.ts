import type { labels as english } from '../en/labels.js'
import type { Translation } from '../translation.js'

export const labels: Translation<typeof english> = {
  title: 'Chat-Labels',
  edit: 'Label bearbeiten',
  lead: 'Schlagwörter, mit denen Ihr Team Unterhaltungen ordnet. Besucher sehen sie nie.',
  name: 'Name',
  colour: 'Farbe',
  save: 'Label speichern',
  add: 'Label hinzufügen',
  delete: 'Label löschen',
  delete_consequence: 'Es wird endgültig von allen Unterhaltungen entfernt.',
  label: 'Label',
  conversations: 'Unterhaltungen',
  conversations_with: 'mit {name}',
  empty: {
    title: 'Noch keine Labels',
    text: 'Fügen Sie oben eines hinzu, z. B. „Rechnung“ oder „Fehler“, und ordnen und filtern Sie damit Unterhaltungen.',
  },
  flash: {
    deleted: 'Label {name} gelöscht.',
    saved: 'Label {name} gespeichert.',
  },
}
