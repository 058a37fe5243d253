import type { canned as english } from '../en/canned.js'
import type { Translation } from '../translation.js'

export const canned: Translation<typeof english> = {
  title: 'Textbausteine',
  lead: 'Fertige Antworten. Im Posteingang tippen Sie {slash} und das Kürzel.',
  new: 'Neuer Textbaustein',
  empty: {
    title: 'Noch keine Textbausteine',
    text: 'Speichern Sie die Antworten, die Sie jeden Tag tippen. Namen und Nummern werden automatisch eingesetzt.',
    add: 'Ersten Textbaustein erstellen',
  },
  shortcut: {
    label: 'Kürzel',
    hint: 'Was Agenten nach dem Schrägstrich tippen, z. B. rueckgabe.',
  },
  name: {
    label: 'Titel',
    hint: 'Nur intern. Besucher sehen ihn nicht.',
  },
  content: 'Text',
  new_title: 'Neuer Textbaustein',
  response: 'Textbaustein',
  placeholders: 'Platzhalter, aus der aktuellen Unterhaltung gefüllt:',
  fallback:
    'Nach einem | steht der Ersatz für unbekannte Werte: {example}. Ohne Ersatz bleibt der Platzhalter leer.',
  create: 'Textbaustein erstellen',
  removal: 'Gefahrenbereich',
  delete: 'Textbaustein löschen',
  delete_consequence:
    'Er steht im Posteingang nicht mehr zur Verfügung. Bereits gesendete Nachrichten bleiben unverändert.',
  flash: {
    deleted: '/{shortcut} gelöscht.',
    saved: '/{shortcut} gespeichert.',
  },
  unknown_placeholder: '{problem}. Möglich sind {placeholders}.',
}
