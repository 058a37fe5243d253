import type { inboxEmpty as english } from '../en/inbox_empty.js'
import type { Translation } from '../translation.js'

export const inboxEmpty: Translation<typeof english> = {
  open: {
    title: 'Alles erledigt',
    text: 'Niemand wartet auf eine Antwort. Neue Unterhaltungen erscheinen hier von selbst.',
  },
  mine: {
    title: 'Ihnen ist keine Unterhaltung zugewiesen',
    text: 'Nehmen Sie eine aus „Unzugewiesen“, oder warten Sie, bis Ihnen die nächste zugewiesen wird.',
  },
  unassigned: {
    title: 'Alles zugewiesen',
    text: 'Jede offene Unterhaltung hat einen Agenten.',
  },
  pending: {
    title: 'Keine wartenden Unterhaltungen',
    text: 'Neue Unterhaltungen beginnen hier.',
  },
  active: {
    title: 'Keine aktiven Unterhaltungen',
    text: 'Hier stehen Unterhaltungen, die auf eine Antwort Ihres Teams warten.',
  },
  waiting: {
    title: 'Kein Besucher ist am Zug',
    text: 'Hier stehen Unterhaltungen, in denen Sie geantwortet haben und auf den Besucher warten.',
  },
  snoozed: {
    title: 'Nichts zurückgestellt',
    text: 'Zurückgestellte Unterhaltungen kommen zur eingestellten Zeit wieder, oder wenn der Besucher schreibt.',
  },
  resolved: {
    title: 'Noch nichts gelöst',
    text: 'Gelöste Unterhaltungen bleiben hier.',
  },
  closed: {
    title: 'Noch nichts geschlossen',
    text: 'Geschlossene Unterhaltungen bleiben hier.',
  },
  archived: {
    title: 'Das Archiv ist leer',
    text: 'Archivierte Unterhaltungen bleiben hier.',
  },
  all: {
    title: 'Noch keine Unterhaltungen',
    text: 'Neue Unterhaltungen erscheinen hier.',
  },
  filtered: {
    title: 'Keine Treffer',
    text: 'Keine Unterhaltung entspricht allen diesen Filtern.',
  },
  not_shown: 'Noch keine Website hat den Chat angezeigt.',
  finish: 'Einrichtung abschließen',
  no_widget: 'Noch kein Widget',
  add_chat:
    'Bringen Sie den Chat auf Ihre Website: Widget gestalten, dann eine Zeile Code einfügen.',
  set_up: 'Live-Chat einrichten',
  ask: 'Unterhaltungen erscheinen hier, sobald ein Administrator ein Widget in Ihre Website eingebaut hat.',
  none_open: 'Keine Unterhaltung geöffnet',
  none_open_text: 'Neue Unterhaltungen erscheinen links.',
  choose: 'Wählen Sie eine Unterhaltung',
  choose_text: 'Die neuesten zuerst. Mit {next} und {previous} gehen Sie durch die Liste.',
}
