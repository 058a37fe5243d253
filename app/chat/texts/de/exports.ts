import type { exports as english } from '../en/exports.js'
import type { Translation } from '../translation.js'

export const exports: Translation<typeof english> = {
  number: 'Nummer',
  status: 'Status',
  priority: 'Priorität',
  widget: 'Widget',
  visitor: 'Besucher',
  email: 'E-Mail',
  phone: 'Telefon',
  agent: 'Agent',
  department: 'Abteilung',
  labels: 'Labels',
  subject: 'Betreff',
  source: 'Herkunfts-URL',
  started: 'Begonnen',
  first_response: 'Erste Antwort',
  response_time: 'Erste Antwort (s)',
  resolved: 'Gelöst',
  resolution_time: 'Lösung (s)',
  closed: 'Geschlossen',
  archived: 'Archiviert',
  waiting: 'Besucher wartet seit',
  last_message: 'Letzte Nachricht',
  messages: 'Nachrichten',
  rating: 'Bewertung',
  feedback: 'Kommentar',
}
