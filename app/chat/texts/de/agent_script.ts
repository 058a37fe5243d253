import type { agentScript as english } from '../en/agent_script.js'
import type { Translation } from '../translation.js'

export const agentScript: Translation<typeof english> = {
  waiting: '{visitor} wartet auf Ihre Antwort',
  transferred: '{agent} hat Ihnen {visitor} übergeben',
  snooze_over: '{visitor}: Zurückstellung abgelaufen',
  dismiss: 'Ausblenden',
  unread: '{count} ungelesen',
  bell: {
    label: 'Benachrichtigungen',
    unread: {
      one: 'Benachrichtigungen, {count} ungelesen',
      other: 'Benachrichtigungen, {count} ungelesen',
    },
    all_read: 'Alle als gelesen markieren',
    settings: 'Einstellungen',
  },
  status: {
    label: 'Mein Chat-Status',
    online: 'Online',
    away: 'Abwesend',
    busy: 'Beschäftigt',
    offline: 'Offline',
    idle: '{status} (inaktiv)',
    full: '{status} (ausgelastet)',
    shown: '{status} ({other})',
  },
  errors: {
    offline: 'Keine Verbindung',
    forbidden: 'Dazu fehlt Ihnen die Berechtigung',
    missing: 'Diese Unterhaltung gibt es nicht mehr',
    too_fast: 'Zu viele Anfragen. Versuchen Sie es gleich noch einmal.',
    ours: 'Bei uns ist etwas schiefgegangen',
    logged_out: 'Sie wurden abgemeldet',
  },
  unsent: {
    one: 'Antwort nicht gesendet: {title}',
    many: {
      one: '{count} Antwort nicht gesendet',
      other: '{count} Antworten nicht gesendet',
    },
    held: 'In der Unterhaltung gibt es neue Nachrichten. Lesen Sie sie zuerst.',
    logged_out: 'Sie wurden abgemeldet. Wir senden die Antwort, sobald Sie wieder angemeldet sind.',
    stay: 'Wir versuchen es weiter. Schließen Sie diese Seite noch nicht.',
    trying: 'Wir versuchen es weiter.',
    trying_after: '{problem}. Wir versuchen es weiter.',
  },
}
