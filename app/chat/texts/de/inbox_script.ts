import type { inboxScript as english } from '../en/inbox_script.js'
import type { Translation } from '../translation.js'

export const inboxScript: Translation<typeof english> = {
  page: 'Chat',
  reload: 'Neu laden',
  undo: 'Rückgängig',
  dismiss: 'Ausblenden',
  failed: 'Etwas ist schiefgegangen',
  connection: {
    connecting: 'Verbindung wird aufgebaut…',
    live: 'Live',
    polling: 'Keine Live-Updates. Wir prüfen alle paar Sekunden',
    offline: 'Offline',
    ended: 'Getrennt',
  },
  gone: {
    deleted: 'Diese Unterhaltung wurde gelöscht',
    left: 'Sie haben keinen Zugriff mehr auf diese Unterhaltung',
  },
  ended: {
    logged_out: 'Sie wurden abgemeldet',
    forbidden: 'Sie dürfen diesen Chat nicht mehr verwenden',
    off: 'Live-Chat ist ausgeschaltet',
  },
  presence: {
    typing: '{name} schreibt…',
    here: '{name} sieht sich das auch gerade an',
    replying: {
      one: '{names} antwortet gerade',
      other: '{names} antworten gerade',
    },
  },
  thread: {
    newest: 'Neueste Nachrichten',
    new: 'Neue Nachrichten',
    announced: {
      one: '',
      other: '{count} neue Nachrichten. ',
    },
    announced_by: '{name}: {text}',
  },
  selection: {
    most: 'Sie können bis zu {count} Unterhaltungen auf einmal auswählen',
    count: '{count} ausgewählt',
  },
  search: {
    none: 'Keine Treffer',
    results: {
      one: '{count} Treffer',
      other: '{count} Treffer',
    },
    conversations: 'Unterhaltungen',
  },
  files: {
    most: 'Sie können bis zu {max} Dateien auf einmal senden.',
    large: '{name} ist größer als {max} MB.',
    lost: 'Hochladen unterbrochen',
    uploading: 'Wird hochgeladen… {percent}',
    remove: '{name} entfernen',
    retry: '{name} noch einmal hochladen',
    wait: 'Die Dateien werden noch hochgeladen. Bitte warten Sie oder entfernen Sie sie.',
    later:
      'Dateien können nicht später gesendet werden. Senden Sie sie jetzt oder entfernen Sie sie.',
  },
  composer: {
    left: {
      one: 'noch {count}',
      other: 'noch {count}',
    },
    send: 'Senden',
    send_anyway: 'Trotzdem senden',
    stale:
      'Nicht gesendet: Vor Ihrer Antwort kamen neue Nachrichten. Mit der Eingabetaste senden Sie sie trotzdem.',
    stale_from:
      'Nicht gesendet: {name} hat vor Ihrer Antwort geschrieben. Mit der Eingabetaste senden Sie sie trotzdem.',
    reply: 'Antwort schreiben…',
    note: 'Notiz für Ihr Team schreiben…',
    not_kept:
      'Ihre Nachricht wurde nicht gesendet. Kopieren Sie sie, laden Sie die Seite neu und versuchen Sie es noch einmal.',
    sending: 'Wird gesendet…',
    not_sent: 'Nicht gesendet: {problem}',
    at_risk: '{state}. Schließen Sie diese Seite nicht.',
    canned: {
      one: '{count} Textbaustein',
      other: '{count} Textbausteine',
    },
  },
}
