import type { proactive as english } from '../en/proactive.js'
import type { Translation } from '../translation.js'

export const proactive: Translation<typeof english> = {
  title: 'Proaktive Nachrichten',
  lead: 'Beginnen Sie das Gespräch: Eine Nachricht erscheint neben der Chat-Schaltfläche, sobald ihre Bedingungen erfüllt sind. Jeder Besucher sieht eine Nachricht einmal, und über ihn wird nichts gespeichert, bis er antwortet.',
  new: 'Neue Nachricht',
  new_title: 'Neue proaktive Nachricht',
  empty: {
    title: 'Noch keine proaktiven Nachrichten',
    text: 'Bieten Sie Hilfe an, wo Besucher zögern, z. B. nach 30 Sekunden auf Ihrer Preisseite.',
    add: 'Erste Nachricht erstellen',
  },
  list: {
    name: 'Name',
    when: 'Wird gezeigt',
    status: 'Status',
    shown: 'Gezeigt',
    dismissed: 'Geschlossen',
    answered: 'Beantwortet',
    period:
      'Zahlen der letzten 30 Tage. Nachrichten werden von oben nach unten geprüft; pro Seite wird eine gezeigt.',
  },
  when: {
    always: 'sobald eine Seite offen ist',
    page: 'auf {pattern}',
    seconds: { one: 'nach {count} Sekunde', other: 'nach {count} Sekunden' },
    scrolled: '{percent} % gescrollt',
    idle: { one: '{count} Sekunde untätig', other: '{count} Sekunden untätig' },
    exit: 'vor dem Verlassen',
    visits: { one: 'ab Besuch {count}', other: 'ab Besuch {count}' },
    trigger: 'ausgelöst durch „{name}“',
    language: 'Seiten auf {language}',
  },
  sections: {
    message: 'Nachricht',
    when: 'Bedingungen',
    removal: 'Gefahrenbereich',
  },
  when_text:
    'Alle ausgefüllten Bedingungen müssen erfüllt sein. Ein leeres Feld wird nicht beachtet. Ohne Bedingungen erscheint die Nachricht auf jeder Seite.',
  name: {
    label: 'Name',
    hint: 'Nur intern. Besucher sehen ihn nicht.',
  },
  is_active: {
    label: 'Aktiv',
    hint: 'Ist sie nicht aktiv, sehen Besucher diese Nachricht nicht.',
  },
  message: {
    label: 'Nachricht',
    hint: 'Bis zu 1.000 Zeichen. Die ersten Zeilen erscheinen neben der Chat-Schaltfläche.',
  },
  sender_name: {
    label: 'Absender',
    hint: 'Der Name über der Nachricht. Ohne Angabe der Titel des Widgets.',
  },
  language: {
    label: 'Sprache der Seite',
    hint: 'Ein Sprachkürzel wie de oder pt-BR. Erstellen Sie eine Nachricht je Sprache.',
  },
  page_pattern: {
    label: 'Adresse der Seite',
    hint: 'Ein Pfad wie /preise oder /shop/*, oder eine ganze Adresse. * steht für alles.',
  },
  seconds_on_page: {
    label: 'Sekunden auf der Seite',
    hint: 'Zeit, in der die Seite sichtbar ist.',
  },
  scroll_percent: {
    label: 'Gescrollt (%)',
    hint: 'Wie weit der Besucher die Seite nach unten gescrollt hat.',
  },
  idle_seconds: {
    label: 'Sekunden ohne Aktivität',
    hint: 'Zeit ohne Zeiger, Tastatur oder Scrollen.',
  },
  min_visits: {
    label: 'Anzahl der Besuche',
    hint: 'Ab diesem Besuch, z. B. 2 für wiederkehrende Besucher. Dafür zählt der Browser des Besuchers seine Besuche.',
  },
  trigger_name: {
    label: 'Auslöser',
    hint: "Ein Name, den Ihre Website aufruft: CrmChat('trigger', 'name').",
  },
  exit_intent: {
    label: 'Vor dem Verlassen',
    hint: 'Der Zeiger verlässt die Seite am oberen Rand. Auf Touchscreens geschieht das nicht.',
  },
  delay_seconds: {
    label: 'Verzögerung (Sekunden)',
    hint: 'So lange warten, nachdem die Bedingungen erfüllt sind.',
  },
  invalid: {
    language: 'Geben Sie ein Sprachkürzel wie de oder pt-BR ein',
    page_pattern:
      'Beginnen Sie mit /, https:// oder *, ohne Leerzeichen. * darf bis zu 5-mal vorkommen.',
    trigger_name: 'Verwenden Sie Buchstaben, Ziffern, Punkte, Binde- und Unterstriche',
  },
  preview: 'Vorschau',
  create: 'Nachricht erstellen',
  delete: 'Nachricht löschen',
  delete_consequence:
    'Besucher sehen sie nicht mehr, und ihre Zahlen werden gelöscht. Unterhaltungen bleiben im Posteingang.',
  flash: {
    saved: '{name} gespeichert.',
    deleted: '{name} gelöscht.',
  },
}
