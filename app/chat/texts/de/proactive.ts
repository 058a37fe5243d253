import type { proactive as english } from '../en/proactive.js'
import type { Translation } from '../translation.js'

export const proactive: Translation<typeof english> = {
  title: 'Proaktive Nachrichten',
  lead: 'Beginnen Sie das Gespräch: Neben der Chat-Schaltfläche erscheint eine Nachricht, wenn ihre Bedingungen erfüllt sind. Jeder Besucher sieht sie einmal, und über ihn wird nichts gespeichert, bis er antwortet.',
  new: 'Neue Nachricht',
  new_title: 'Neue proaktive Nachricht',
  empty: {
    title: 'Noch keine proaktiven Nachrichten',
    text: 'Bieten Sie Hilfe an, wo Besucher zögern, z. B. nach 30 Sekunden auf Ihrer Preisseite.',
    add: 'Erste Nachricht erstellen',
  },
  list: {
    name: 'Name',
    when: 'Erscheint',
    status: 'Status',
    shown: 'Gezeigt',
    dismissed: 'Ausgeblendet',
    answered: 'Beantwortet',
    period:
      'Zahlen der letzten 30 Tage. Nachrichten werden von oben nach unten geprüft; pro Seite erscheint eine.',
  },
  when: {
    always: 'beim Öffnen einer Seite',
    page: 'auf {pattern}',
    seconds: {
      one: 'nach {count} Sekunde',
      other: 'nach {count} Sekunden',
    },
    scrolled: '{percent} % gescrollt',
    idle: {
      one: '{count} Sekunde untätig',
      other: '{count} Sekunden untätig',
    },
    exit: 'kurz vor dem Verlassen',
    visits: {
      one: 'ab dem {count}. Besuch',
      other: 'ab dem {count}. Besuch',
    },
    trigger: 'ausgelöst durch „{name}“',
    language: 'Seiten auf {language}',
  },
  sections: {
    message: 'Nachricht',
    when: 'Bedingungen',
    removal: 'Gefahrenbereich',
  },
  when_text:
    'Alle ausgefüllten Bedingungen müssen erfüllt sein. Leere Felder zählen nicht. Ohne Bedingungen erscheint die Nachricht auf jeder Seite.',
  name: {
    label: 'Name',
    hint: 'Nur intern. Besucher sehen ihn nicht.',
  },
  is_active: {
    label: 'Aktiv',
    hint: 'Inaktiv sehen Besucher diese Nachricht nicht.',
  },
  message: {
    label: 'Nachricht',
    hint: 'Bis zu 1.000 Zeichen. Die ersten Zeilen erscheinen neben der Chat-Schaltfläche.',
  },
  sender_name: {
    label: 'Absender',
    hint: 'Der Name über der Nachricht. Leer: der Titel des Widgets.',
  },
  language: {
    label: 'Sprache der Seite',
    hint: 'Ein Sprachcode wie de oder pt-BR. Erstellen Sie pro Sprache eine Nachricht.',
  },
  page_pattern: {
    label: 'Adresse der Seite',
    hint: 'Ein Pfad wie /preise oder /shop/*, oder eine ganze Adresse. * steht für Beliebiges.',
  },
  seconds_on_page: {
    label: 'Sekunden auf der Seite',
    hint: 'Zeit, in der die Seite sichtbar ist.',
  },
  scroll_percent: {
    label: 'Gescrollt (%)',
    hint: 'Wie weit der Besucher nach unten gescrollt hat.',
  },
  idle_seconds: {
    label: 'Sekunden ohne Aktivität',
    hint: 'Zeit ohne Zeiger, Tastatur oder Scrollen.',
  },
  min_visits: {
    label: 'Anzahl der Besuche',
    hint: 'Ab diesem Besuch, z. B. 2 für wiederkehrende Besucher. Speichert einen Besuchszähler im Browser des Besuchers.',
  },
  trigger_name: {
    label: 'Auslöser',
    hint: "Ein Name, den Ihre Website aufruft: CrmChat('trigger', 'name').",
  },
  exit_intent: {
    label: 'Kurz vor dem Verlassen',
    hint: 'Der Zeiger verlässt die Seite nach oben. Kommt auf Touchscreens nicht vor.',
  },
  delay_seconds: {
    label: 'Verzögerung (Sekunden)',
    hint: 'So lange nach Erfüllung der Bedingungen warten.',
  },
  invalid: {
    language: 'Geben Sie einen Sprachcode wie de oder pt-BR ein',
    page_pattern: 'Beginnen Sie mit /, https:// oder *, ohne Leerzeichen. Höchstens fünfmal *.',
    trigger_name: 'Nur Buchstaben, Ziffern, Punkte, Binde- und Unterstriche',
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
