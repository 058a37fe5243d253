import type { widgets as english } from '../en/widgets.js'
import type { Translation } from '../translation.js'

export const widgets: Translation<typeof english> = {
  title: 'Chat-Widgets',
  new_title: 'Neues Chat-Widget',
  lead: 'Ein Widget pro Website. Legen Sie Aussehen, Texte und Geschäftszeiten fest.',
  new: 'Neues Widget',
  unfinished: {
    text: 'Der Chat läuft noch auf keiner Website.',
    link: 'Einrichtung abschließen',
  },
  empty: {
    title: 'Noch keine Widgets',
    text: 'Erstellen Sie ein Widget und fügen Sie seinen Code in Ihre Website ein. Dann können Besucher chatten.',
  },
  unconnected:
    '{processes} Serverprozesse betreiben den Chat ohne gemeinsamen Nachrichtenbus. Live-Updates zwischen ihnen dauern bis zu {seconds} Sekunden, und jeder Prozess zählt Anfragelimits für sich. Setzen Sie {variable} für alle, oder betreiben Sie nur einen Prozess.',
  redis_away:
    'Redis antwortet nicht. Es geht nichts verloren: Live-Updates zwischen Serverprozessen dauern bis zu {seconds} Sekunden, und jeder Prozess zählt Anfragelimits für sich, bis Redis wieder da ist.',
  list: {
    name: 'Name',
    status: 'Status',
    websites: 'Websites',
    key: 'Schlüssel',
    changed: 'Zuletzt geändert',
    changed_by: 'von {name}',
    every_website: 'Jede Website',
    more_websites: {
      other: '{first} und {count} weitere',
    },
  },
  active: 'Aktiv',
  inactive: 'Inaktiv',
  deactivate: 'Deaktivieren',
  activate: 'Aktivieren',
  code: 'Einbau-Code',
  unsaved: 'Nicht gespeicherte Änderungen',
  create: 'Widget erstellen',
  flash: {
    created: '{name} ist fertig. Fügen Sie jetzt den Code in Ihre Website ein.',
    deleted: '{name} gelöscht. Die Unterhaltungen bleiben im Posteingang.',
    new_key: 'Neuer Schlüssel erstellt. Tauschen Sie den Code auf Ihrer Website aus.',
    activated: '{name} ist jetzt aktiv.',
    deactivated: '{name} ist jetzt inaktiv.',
  },
  preview: {
    title: 'Vorschau',
    shown: 'Stand der Unterhaltung',
    first_visit: 'Erster Besuch',
    conversation: 'Unterhaltung',
    resolved: 'Gelöst',
    team: 'Team',
    now: 'Jetzt',
    online: 'Online',
    away: 'Abwesend',
    question: 'Hallo! Gibt es das Gravelbike aus dem Schaufenster noch in Größe M?',
    answer: 'Guten Tag! Ja. Sollen wir es bis Samstag für Sie zurücklegen?',
    thanks: 'Ja, bitte 🙂',
    seen: 'Gelesen',
    toggle: 'Chat-Vorschau öffnen oder schließen',
  },
}
