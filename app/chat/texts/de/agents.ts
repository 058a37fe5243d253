import type { agents as english } from '../en/agents.js'
import type { Translation } from '../translation.js'

export const agents: Translation<typeof english> = {
  title: 'Agenten',
  inbox: 'Posteingang',
  lead: 'Wer Chats erhält, wie viele gleichzeitig und aus welchen Widgets und Abteilungen.',
  add: 'Agent hinzufügen',
  empty: {
    title: 'Noch keine Agenten',
    text: 'Bis Sie Agenten hinzufügen, bleiben neue Unterhaltungen im Posteingang unzugewiesen.',
    add: 'Ersten Agenten hinzufügen',
    no_user:
      'Noch kein CRM-Benutzer darf auf Chats antworten. Erteilen Sie zuerst die Berechtigung.',
  },
  queue: {
    waiting: {
      one: '{count} Unterhaltung ist in der Warteschlange.',
      other: '{count} Unterhaltungen sind in der Warteschlange.',
    },
    empty: 'Die Warteschlange ist leer.',
  },
  list: {
    name: 'Name',
    status: 'Status',
    chats: 'Chats',
    departments: 'Abteilungen',
    widgets: 'Widgets',
    uncounted: {
      other: '+ {count} mit Besucher am Zug',
    },
    edit: 'Bearbeiten',
    load: '{chats} von {maximum}',
    deleted_widget: 'Gelöschtes Widget',
    all_widgets: 'Alle Widgets',
  },
  form: {
    new: 'Neuer Agent',
    user: 'CRM-Benutzer',
    user_hint: 'CRM-Benutzer, die auf Chats antworten dürfen und noch keine Agenten sind.',
    maximum: 'Höchstzahl gleichzeitiger Chats',
    maximum_hint: '1–50. Gilt für die automatische Zuweisung; von Hand sind mehr möglich.',
    widgets_text: 'Lassen Sie alle frei, um jedes Widget zu betreuen, auch neue.',
    only_deleted:
      'Das einzige Widget dieses Agenten wurde gelöscht, er erhält daher keine Chats. Speichern Sie ohne Auswahl, um alle Widgets zu betreuen.',
    no_widgets: 'Noch keine Widgets.',
    departments_text:
      'Unterhaltungen einer Abteilung gehen nur an deren Agenten; alle anderen gehen an alle.',
    no_departments: 'Noch keine Abteilungen. Fügen Sie sie auf der Seite „Agenten“ hinzu.',
  },
  departments: {
    lead: 'Gruppen in Ihrem Team. Eine Unterhaltung, die an eine Abteilung übergeben wird, geht an deren nächsten freien Agenten.',
    name: 'Name der Abteilung {name}',
    rename: 'Umbenennen',
    agents: {
      one: '{count} Agent',
      other: '{count} Agenten',
    },
    remove: 'Entfernen',
    remove_confirm: 'Abteilung entfernen',
    remove_consequence:
      'Unterhaltungen, die auf {name} warten, kommen in die allgemeine Warteschlange.',
    example: 'Vertrieb',
    new_name: 'Name der neuen Abteilung',
    add: 'Abteilung hinzufügen',
  },
  removal: {
    title: 'Gefahrenbereich',
    open: 'Agent entfernen',
    consequence:
      '{name} erhält keine Chats mehr. Das CRM-Konto bleibt bestehen, und Antworten sind weiterhin möglich.',
    keep: 'Offene Unterhaltungen bleiben zugewiesen',
    requeue: 'Offene Unterhaltungen zurück in die Warteschlange',
    confirm: 'Entfernen',
  },
  counting: {
    title: 'Zählung der Chats',
    label: 'Unterhaltungen mitzählen, in denen der Besucher am Zug ist',
    hint: 'Ausgeschaltet macht jede Antwort Platz für den nächsten Chat aus der Warteschlange. Schreiben Besucher zurück, kann ein Agent vorübergehend über der Höchstzahl liegen und erhält keine neuen Chats, bis er wieder darunter ist.',
    save: 'Speichern',
  },
  sight: {
    rule: 'Agenten ohne die Berechtigung „alle Chats sehen“ sehen nur Chats dieser Widgets und Abteilungen sowie Chats, die ihnen zugewiesen sind. Andere Agenten sehen jeden Chat, die Warteschlange weist ihnen aber nur diese zu.',
    all: '{name} sieht alle Chats. Widgets und Abteilungen bestimmen nur, welche Chats die Warteschlange zuweist.',
    some: '{name} sieht nur Chats dieser Widgets und Abteilungen sowie zugewiesene Chats.',
  },
  status: {
    online: 'Online',
    busy: 'Beschäftigt',
    away: 'Abwesend',
    offline: 'Offline',
    idle: 'inaktiv',
    full: 'ausgelastet',
  },
  flash: {
    added: '{name} erhält jetzt Chats, wenn online.',
    removed: '{name} erhält keine Chats mehr.',
    department_created: 'Abteilung {name} erstellt.',
    department_renamed: 'Abteilung in {name} umbenannt.',
    department_removed: 'Abteilung {name} entfernt.',
  },
}
