import type { planned as english } from '../en/planned.js'
import type { Translation } from '../translation.js'

/** Chat > Inbox: replies that are sent later. */
export const planned: Translation<typeof english> = {
  title: 'Später senden',
  at: 'Zu einer Zeit ({zone})',
  plan: 'Planen',
  done: 'Geplant für {time}',
  list: 'Geplante Antworten',
  yours: 'Sie antworten am {time}',
  by: '{name} antwortet am {time}',
  ended:
    'Nicht gesendet, weil die Unterhaltung beendet war. Öffnen Sie sie wieder und wählen Sie eine andere Zeit.',
  follow_up: {
    due: 'Nachfrage geht {time} hinaus',
    resolve: 'Wird {time} automatisch gelöst',
    cancel: 'Nachfrage abbrechen',
    keep: 'Offen lassen',
  },
  edit: 'Bearbeiten',
  message: 'Geplante Nachricht',
  time: 'Zeit ({zone})',
  save: 'Speichern',
  cancel: 'Senden abbrechen',
}
