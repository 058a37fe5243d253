import type { inboxCommands as english } from '../en/inbox_commands.js'
import type { Translation } from '../translation.js'

export const inboxCommands: Translation<typeof english> = {
  groups: {
    conversation: 'Unterhaltung',
    selected: 'Ausgewählt',
    list: 'Liste',
    go: 'Gehe zu',
    you: 'Sie',
  },
  reply: {
    title: 'Antworten',
  },
  note: {
    title: 'Interne Notiz hinzufügen',
    words: 'intern team privat',
  },
  assign: {
    title: 'Zuweisen…',
    help: 'Zuweisen',
  },
  transfer: {
    title: 'Mit Notiz übergeben…',
    words: 'weiterleiten abteilung',
  },
  label: {
    title: 'Label hinzufügen…',
    help: 'Label hinzufügen',
    words: 'tag schlagwort',
  },
  unlabel: {
    title: 'Label entfernen…',
  },
  priority: {
    title: 'Priorität setzen…',
    help: 'Priorität setzen',
    words: 'dringend hoch niedrig normal',
  },
  resolve: {
    title: 'Lösen',
    words: 'fertig beenden erledigt',
  },
  resolve_next: {
    title: 'Lösen und nächste öffnen',
    words: 'fertig beenden folgende',
  },
  undo: {
    title: 'Lösen, Schließen oder Archivieren rückgängig machen',
    help: 'Letztes Lösen, Schließen oder Archivieren rückgängig machen',
  },
  snooze: {
    title: 'Zurückstellen bis…',
    help: 'Zurückstellen',
    words: 'später erinnern wiedervorlage',
  },
  wake: {
    title: 'Zurückstellung beenden',
  },
  close: {
    title: 'Schließen',
    words: 'beenden',
  },
  reopen: {
    title: 'Wieder öffnen',
  },
  archive: {
    title: 'Archivieren',
  },
  unarchive: {
    title: 'Aus dem Archiv holen',
  },
  promote: {
    title: 'Als Kontakt speichern',
    words: 'person crm',
  },
  match: {
    title: 'Mit Person verknüpfen oder neue anlegen…',
    words: 'kontakt crm',
  },
  convert: {
    title: 'In Lead umwandeln…',
    words: 'deal crm',
  },
  ticket: {
    title: 'Ticket anlegen…',
    words: 'problem fall crm',
  },
  subject: {
    title: 'Betreff setzen…',
    words: 'titel thema',
  },
  delete: {
    title: 'Löschen…',
  },
  next: {
    title: 'Nächste Unterhaltung',
  },
  previous: {
    title: 'Vorherige Unterhaltung',
  },
  search: {
    title: 'Suchen',
    help: 'Nach Nummer, Name, E-Mail, Telefon oder Text suchen; ↓ springt zu den Treffern',
  },
  show: {
    title: 'Anzeigen…',
    words: 'filter status ansicht ansichten offen meine nicht zugewiesen',
  },
  filter: {
    title: 'Filtern nach…',
    help: 'Filter, gespeicherte Ansichten und Export',
    words: 'widget label agent priorität einschränken',
  },
  sort: {
    title: 'Sortieren nach…',
    words: 'reihenfolge neueste längste wartezeit priorität',
  },
  export: {
    title: 'Diese Liste exportieren (CSV)',
    words: 'herunterladen',
  },
  pick: {
    title: 'Diese Unterhaltung auswählen',
    help: 'Unterhaltung auswählen (Umschalt-Klick wählt einen Bereich)',
  },
  bulk: {
    title: 'Mit den ausgewählten Unterhaltungen…',
    words: 'mehrere lösen schließen archivieren zuweisen label priorität',
  },
  status: {
    title: 'Meinen Status setzen…',
    words: 'online abwesend beschäftigt offline',
  },
  go: {
    title: 'Gehe zu…',
    words: 'seite dashboard einstellungen agenten',
  },
  palette: {
    title: 'Befehle',
    help: 'Von überall einen Befehl oder eine Unterhaltung finden',
  },
  details: {
    title: 'Über den Besucher',
    words: 'details bereich',
  },
  back: {
    title: 'Zurück zur Liste',
  },
  close_details: {
    title: 'Details schließen',
  },
  escape: {
    title: 'Menü schließen · Suche leeren · Feld verlassen',
  },
  help: {
    title: 'Tastenkürzel',
    help: 'Diese Hilfe',
    words: 'tasten hilfe',
  },
}
