import type { drawn as english } from '../en/drawn.js'
import type { Translation } from '../translation.js'

export const drawn: Translation<typeof english> = {
  status: {
    pending: 'Wartend',
    active: 'Aktiv',
    waiting: 'Besucher am Zug',
    resolved: 'Gelöst',
    closed: 'Geschlossen',
    archived: 'Archiviert',
    snoozed: 'Zurückgestellt',
  },
  priority: {
    low: 'Niedrig',
    normal: 'Normal',
    high: 'Hoch',
    urgent: 'Dringend',
  },
  messages: {
    one: '{count} Nachricht',
    other: '{count} Nachrichten',
  },
  in_app: 'In der App',
  in_app_title: 'Von einem angemeldeten Nutzer auf Ihren eigenen Seiten geschrieben',
  no_messages: 'Noch keine Nachrichten',
  you: 'Sie',
  sender: {
    you: 'Sie: ',
    bot: 'Bot: ',
    name: '{name}: ',
  },
  rated: 'Mit {rating} von 5 bewertet',
  assigned_to_you: 'Ihnen zugewiesen',
  assigned_to: '{name} zugewiesen',
  wait: {
    moment: '<1 Min.',
    minutes: '{minutes} Min.',
    hours: '{hours} Std.',
    days: '{days} T.',
  },
}
