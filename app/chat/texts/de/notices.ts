import type { notices as english } from '../en/notices.js'
import type { Translation } from '../translation.js'

export const notices: Translation<typeof english> = {
  messages: {
    one: '{visitor}: {count} neue Nachricht',
    other: '{visitor}: {count} neue Nachrichten',
  },
  title: 'Benachrichtigungen',
  lead: 'Wie wir Sie auf Ihre Chats hinweisen. Diese Einstellungen gelten nur für Sie.',
  none: 'Noch keine Benachrichtigungen',
  none_text: 'Hier erscheinen neue Nachrichten und Chats, die Ihnen zugewiesen werden.',
  unread: 'Ungelesen',
  what: 'Benachrichtigen bei',
  what_text: 'Solange Sie die Unterhaltung ansehen, wird nichts gemeldet.',
  kinds: {
    message: 'Nachrichten in meinen Chats',
    assigned: 'Chats, die mir zugewiesen oder übergeben werden',
    woken: 'Ende einer Zurückstellung',
  },
  channels: {
    crm: 'Glocke im CRM',
    desktop: 'Desktop, solange ein Tab offen ist',
    push: 'Push an meine Browser',
    mail: 'E-Mail, wenn ich es nicht gesehen habe',
    host: 'App',
  },
  quiet: {
    title: 'Ruhezeiten',
    label: 'Jeden Tag Ruhe halten',
    hint: 'Die Glocke zählt weiter, aber nichts klingelt, erscheint oder wird gesendet.',
    from: 'Von ({zone})',
    until: 'Bis',
  },
  push: {
    title: 'Push an diesen Browser',
    text: 'Sie erhalten Benachrichtigungen, auch wenn kein Tab des CRM offen ist.',
    on: 'Push einschalten',
    off: 'Push ausschalten',
    browsers: 'Browser, die Push erhalten',
    since: 'seit {time}',
    remove: 'Entfernen',
    removed: 'Browser entfernt',
    unknown: 'Unbekannter Browser',
    none: 'Noch kein Browser erhält Push.',
  },
  muted: {
    title: 'Stummgeschaltete Unterhaltungen',
    text: 'Über Nachrichten in diesen erhalten Sie keine Benachrichtigungen.',
    none: 'Keine stummgeschalteten Unterhaltungen',
    unmute: 'Stummschaltung aufheben',
  },
  mute: {
    on: 'Benachrichtigungen stummschalten',
    off: 'Benachrichtigungen einschalten',
    done: 'Benachrichtigungen für diese Unterhaltung stummgeschaltet',
    undone: 'Benachrichtigungen sind wieder eingeschaltet',
  },
  mail: {
    sender: 'Chat',
    open: 'Unterhaltung öffnen',
    why: 'Sie erhalten diese E-Mail, weil Sie diese Benachrichtigung im CRM nicht gesehen haben.',
    change: 'Benachrichtigungen einstellen',
  },
}
