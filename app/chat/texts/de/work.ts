import type { work as english } from '../en/work.js'
import type { Translation } from '../translation.js'

export const work: Translation<typeof english> = {
  title: 'Hintergrundaufgaben',
  lead: 'Was später läuft oder lange dauert: E-Mails, Löschungen, Löschen nach Alter. Ein Neustart verliert nichts davon.',
  running: {
    title: 'In Arbeit',
    progress: '{done} von {total}',
    cancel: 'Abbrechen',
    cancel_hint:
      'Was bis jetzt gelöscht ist, bleibt gelöscht. Wenn Sie das Löschen alter Unterhaltungen abbrechen, schaltet das es für dieses Widget aus.',
    none: 'Keine lange Aufgabe läuft.',
  },
  failed: {
    title: 'Fehlgeschlagen',
    text: 'Wir haben es jeweils sechsmal versucht und aufgegeben. Beheben Sie die Ursache und wiederholen Sie dann.',
    task: 'Aufgabe',
    reason: 'Grund',
    since: 'Seit',
    unknown: 'Kein Grund angegeben',
    retry: 'Wiederholen',
    discard: 'Verwerfen',
    none: 'Nichts ist fehlgeschlagen.',
  },
  waiting: {
    title: 'Geplant',
    count: 'Geplant',
    next: 'Nächste',
    late: 'Verspätet seit {time}',
    none: 'Nichts ist geplant.',
  },
  kinds: {
    'auto-close': 'Gelöste Unterhaltungen schließen',
    'snooze-end': 'Zurückstellungen beenden',
    'undoable-action': 'Nach der Bedenkzeit lösen, schließen und archivieren',
    'reply-mail': 'Ungelesene Antworten per E-Mail senden',
    'planned-reply': 'Geplante Antworten senden',
    'missed-chat': 'Verpasste Chats',
    'follow-up': 'Nachfragen',
    'follow-up-start': 'Nachfragen nach geänderten Einstellungen',
    'erase-visitor': 'Besucher löschen',
    'retention': 'Alte Unterhaltungen löschen',
    'notice': 'Benachrichtigungen auslösen',
    'web-push': 'Push an Browser der Mitarbeiter',
    'visitor-push': 'Antworten an Browser der Besucher senden',
    'host-push': 'Push an die App des CRM',
    'notice-mail': 'Ungelesene Benachrichtigungen per E-Mail senden',
    'unknown': 'Andere Aufgaben',
  },
  flash: {
    retried: 'Wird wiederholt',
    cancelled: 'Abgebrochen',
  },
}
