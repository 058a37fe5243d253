import type { fields as english } from '../en/fields.js'
import type { Translation } from '../translation.js'

export const fields: Translation<typeof english> = {
  sections: {
    basics: 'Grundlagen',
    appearance: 'Aussehen',
    texts: 'Texte',
    translations: 'Texte in anderen Sprachen',
    contact: 'Vor der ersten Nachricht',
    missed: 'Verpasste Chats',
    follow_up: 'Nachfragen',
    consent: 'Einwilligung',
    retention: 'Unterhaltungen aufbewahren',
    behaviour: 'Verhalten',
    files: 'Dateien',
    hours: 'Geschäftszeiten',
    websites: 'Erlaubte Websites',
    install: 'Einbau',
    removal: 'Gefahrenbereich',
  },
  name: {
    label: 'Name',
    hint: 'Nur intern. Besucher sehen ihn nicht.',
  },
  is_active: {
    label: 'Aktiv',
    hint: 'Ein inaktives Widget ist auf allen Websites ausgeblendet, auch wo sein Code eingebaut ist.',
  },
  primary_color: 'Hauptfarbe',
  text_color: 'Textfarbe',
  position: 'Position',
  launcher_icon: 'Symbol der Schaltfläche',
  launcher_size: 'Größe der Schaltfläche (40–80 px)',
  border_radius: 'Eckenradius (0–32 px)',
  logo_url: {
    label: 'Logo',
    hint: 'URL eines quadratischen Bildes (https://). Ohne Bild erscheint der erste Buchstabe des Titels.',
  },
  theme: {
    label: 'Farbschema',
    hint: '„Automatisch“ folgt der Einstellung des Geräts.',
  },
  show_branding: {
    label: '„Powered by“ anzeigen',
    hint: 'Eine kleine Zeile am unteren Rand des Chats.',
  },
  welcome_title: 'Titel',
  welcome_message: 'Begrüßung',
  input_placeholder: 'Platzhalter des Nachrichtenfelds',
  offline_message: {
    label: 'Abwesenheitstext',
    hint: 'Besucher können trotzdem eine Nachricht hinterlassen.',
  },
  language: {
    label: 'Sprache',
    hint: 'Was Ihre Besucher lesen. „Automatisch“ folgt der Seite um den Chat, dann dem Browser des Besuchers.',
    auto: 'Automatisch',
  },
  translations: {
    text: 'Was Besucher in der jeweiligen Sprache lesen. Ein leeres Feld zeigt den Text von oben; Texte, die Sie nicht geändert haben, sind schon übersetzt.',
  },
  collect_name: {
    label: 'Nach dem Namen fragen',
    hint: 'Ihre Agenten sehen ihn im Posteingang.',
  },
  collect_email: {
    label: 'Nach der E-Mail-Adresse fragen',
    hint: 'Damit Sie antworten können, wenn der Besucher gegangen ist.',
  },
  contact_required: {
    label: 'Pflichtfelder',
    hint: 'Ausgeschaltet können Besucher sie überspringen.',
  },
  sound_enabled: {
    label: 'Ton',
    hint: 'Ein kurzer Ton, wenn Ihr Team antwortet. Besucher können ihn ausschalten.',
  },
  merge_contacts: {
    label: 'Kontaktdaten aus Nachrichten speichern',
    hint: 'Speichert E-Mail-Adresse, Telefonnummer oder Namen, die ein Besucher schreibt, wenn Sie noch keine haben. Ausgeschaltet werden zuerst die Agenten gefragt.',
  },
  ask_rating: {
    label: 'Um Bewertung bitten',
    hint: 'Besucher können einen bis fünf Sterne und einen Kommentar geben, wenn ihre Unterhaltung gelöst oder geschlossen ist.',
  },
  accepts_files: {
    label: 'Besucher können Dateien senden',
    hint: 'Ihre Agenten können immer Dateien senden.',
  },
  max_file_megabytes: {
    label: 'Größte Datei (1–50 MB)',
  },
  file_types: {
    label: 'Arten von Dateien',
    hint: 'Für Besucher und Agenten. Programme, Webseiten und SVG-Bilder werden nie angenommen.',
    pictures: 'Bilder (JPEG, PNG, GIF, WebP)',
    documents: 'Dokumente (PDF, Office, Text)',
    media: 'Audio und Video (MP3, MP4, WebM)',
    archives: 'Archive (ZIP, 7Z, GZ)',
  },
  mail_replies: {
    label: 'Ungelesene Antworten per E-Mail senden',
    hint: 'Besucher, die ihre Adresse hinterlassen haben, erhalten Antworten, die sie nach einigen Minuten nicht gelesen haben, mit einem Link zur Unterhaltung.',
    kept: 'Es ist kein Mailserver eingerichtet: ansehen, was gesendet worden wäre',
    off: 'Es ist noch kein Mailserver eingerichtet, deshalb gehen keine E-Mails hinaus. Siehe „Mail“ in der Betriebsanleitung.',
  },
  push_replies: {
    label: 'Antworten an Browser der Besucher senden',
    hint: 'Besucher, die Ihre Website verlassen haben, erhalten eine Benachrichtigung, wenn Sie antworten. Sie werden nach Ihrer ersten Antwort gefragt. Ihre Website braucht dafür eine kleine Datei: siehe „Einbau“.',
    install:
      'Speichern Sie diese Zeile als {file} im obersten Ordner Ihrer Website. Eine Content-Security-Policy braucht {directive}.',
  },
  missed: {
    text: 'Was geschieht, wenn kein Agent rechtzeitig antwortet.',
  },
  missed_after_minutes: {
    label: 'Minuten, bis ein Chat als verpasst gilt',
    hint: 'Während der Geschäftszeiten. Besucher lesen dann, dass es länger dauert, und wir fragen nach ihrer E-Mail-Adresse, wenn wir sie nicht kennen. Außerhalb der Geschäftszeiten gilt ein neuer Chat sofort als verpasst. Leer lassen, damit keiner als verpasst gilt.',
  },
  team_email: {
    label: 'E-Mail-Adresse des Teams',
    hint: 'Erhält pro verpasstem Chat eine E-Mail mit dem, was der Besucher geschrieben hat, und einem Link zur Unterhaltung. Leer lassen, um keine zu senden.',
  },
  follow_up: {
    text: 'Was geschieht, wenn ein Besucher Ihrem Agenten nicht antwortet.',
  },
  follow_up_after_hours: {
    label: 'Stunden bis zur Nachfrage',
    hint: 'So lange nach der letzten Antwort ohne Rückmeldung erhält der Besucher eine Nachfrage. Agenten sehen sie vorher in der Unterhaltung und können sie abbrechen. Leer lassen, um keine zu senden.',
  },
  follow_up_text: {
    label: 'Nachfrage',
    hint: 'Wenn leer, verwenden wir einen eigenen Text in der Sprache des Besuchers.',
  },
  resolve_after_hours: {
    label: 'Stunden, bis der Chat gelöst wird',
    hint: 'Gezählt ab der Nachfrage oder, ohne Nachfrage, ab Ihrer letzten Antwort. Leer lassen, um ihn offen zu lassen.',
  },
  consent: {
    text: 'Bitten Sie Besucher um Zustimmung, bevor der Chat etwas speichert oder sendet. Vorher stellt er keine Anfrage und speichert nichts im Browser.',
  },
  retention_days: {
    label: 'Tage',
    hint: 'So viele Tage nach ihrem Ende löschen wir Unterhaltungen, samt Besuchern, von denen sonst nichts übrig ist. Die Zahlen des Dashboards bleiben. Leer: alles aufbewahren.',
    preview: {
      one: 'Löscht {count} Unterhaltung mit {messages}, ab einer Stunde nach dem Speichern.',
      other: 'Löscht {count} Unterhaltungen mit {messages}, ab einer Stunde nach dem Speichern.',
    },
    messages: {
      one: '{count} Nachricht',
      other: '{count} Nachrichten',
    },
    none: 'Keine Unterhaltung endete vor so langer Zeit.',
  },
  consent_text: {
    label: 'Einwilligungstext',
    hint: 'Leer: Der Chat öffnet sich, ohne zu fragen.',
  },
  consent_link: {
    label: 'Link',
    hint: 'URL Ihrer Datenschutzerklärung (https://). Steht unter dem Text.',
  },
  consent_version: {
    label: 'Version',
    hint: 'Wird mit jeder Unterhaltung gespeichert. Ändern Sie sie, um auch Besucher erneut zu fragen, die schon zugestimmt haben.',
  },
  track_visitors: {
    label: 'Frühe Erfassung',
    hint: 'Erfasst Seitenaufrufe (URL, Titel, Zeit), IP-Adresse und Browser jedes Besuchers, bevor er den Chat benutzt, und speichert eine Kennung in seinem Browser. Erwähnen Sie das in Ihrer Datenschutzerklärung; in vielen Ländern ist eine Einwilligung nötig. Ausgeschaltet wird nichts gespeichert, bis ein Besucher eine Nachricht sendet.',
  },
  allowed_origins: {
    label: 'Eine pro Zeile',
    hint: 'example.com, https://shop.example.com oder *.example.com für alle Subdomains. Leer: jede Website.',
  },
  defaults: {
    welcome_title: 'Guten Tag!',
    welcome_message: 'Wie können wir Ihnen heute helfen?',
    input_placeholder: 'Nachricht schreiben…',
    offline_message:
      'Wir sind gerade nicht da. Hinterlassen Sie eine Nachricht, dann melden wir uns bei Ihnen.',
    follow_up: 'Sind Sie noch da? Schreiben Sie einfach hier, wenn Sie noch etwas brauchen.',
  },
  contact_text: 'Was wir neue Besucher vor der ersten Nachricht fragen.',
  hours: {
    text: 'Außerhalb dieser Zeiten sehen Besucher, wann Sie wieder da sind, und können eine Nachricht hinterlassen.',
    enabled: 'Geschäftszeiten verwenden',
    enabled_hint: 'Ausgeschaltet erscheinen Sie online, sobald ein Agent online ist.',
    timezone: 'Zeitzone',
    midnight:
      'Liegt das Ende vor dem Beginn, gehen die Zeiten über Mitternacht. Gleicher Beginn und gleiches Ende bedeuten den ganzen Tag.',
  },
  install: {
    text: 'Fügen Sie diese Zeile auf jeder Seite Ihrer Website direkt vor </body> ein.',
    code: 'Code für Ihre Website',
    policy: 'Meine Website verwendet eine Content Security Policy',
    policy_text: 'Erlauben Sie dieses CRM in Ihrer Content-Security-Policy:',
    directives: 'Direktiven der Content-Security-Policy',
  },
  removal: {
    new_key: 'Neuer Schlüssel',
    new_key_confirm: 'Neuen Schlüssel erstellen',
    new_key_consequence:
      'Der bisherige Code funktioniert ab sofort nicht mehr. Der Chat bleibt ausgeblendet, bis Sie den neuen Code einbauen.',
    delete: 'Widget löschen',
    delete_consequence:
      'Der Chat wird endgültig von allen Websites entfernt. Die Unterhaltungen bleiben im Posteingang.',
  },
  choices: {
    'bottom-right': 'Unten rechts',
    'bottom-left': 'Unten links',
    'top-right': 'Oben rechts',
    'top-left': 'Oben links',
    'chat': 'Chat',
    'message': 'Nachricht',
    'help': 'Hilfe',
    'smile': 'Lächeln',
    'auto': 'Automatisch',
    'light': 'Hell',
    'dark': 'Dunkel',
  },
  colour: {
    pick: '{label}: Farbe wählen',
    format: 'Eine Farbe wie #2563eb',
  },
  days: {
    monday: 'Montag',
    tuesday: 'Dienstag',
    wednesday: 'Mittwoch',
    thursday: 'Donnerstag',
    friday: 'Freitag',
    saturday: 'Samstag',
    sunday: 'Sonntag',
  },
  day: {
    start: '{day}, Beginn',
    end: '{day}, Ende',
    copy_hint: 'Diese Zeiten für jeden Tag verwenden',
    copy: 'Für alle übernehmen',
  },
}
