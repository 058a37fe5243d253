import type { settingsScript as english } from '../en/settings_script.js'
import type { Translation } from '../translation.js'

export const settingsScript: Translation<typeof english> = {
  copy: 'Kopieren',
  copied: 'Kopiert',
  press_to_copy: 'Strg+C drücken',
  low_contrast: {
    white:
      'Geringer Kontrast ({ratio}:1, mindestens {least}:1). Der Chat verwendet stattdessen weißen Text.',
    black:
      'Geringer Kontrast ({ratio}:1, mindestens {least}:1). Der Chat verwendet stattdessen schwarzen Text.',
  },
  hours: {
    none: 'Keine Geschäftszeiten. Besucher sehen „online“, sobald ein Agent online ist.',
    open: 'Jetzt geöffnet ({timezone}).',
    never: 'Kein Tag ausgewählt: Sie erscheinen immer als abwesend.',
    closed: 'Geschlossen. Öffnet {moment} ({timezone}).',
  },
  progress: '{done} von {all} erledigt',
  done: '(erledigt)',
  push: {
    unsupported: 'Dieser Browser kann hier keine Push-Benachrichtigungen empfangen.',
    denied:
      'Dieser Browser blockiert Benachrichtigungen. Erlauben Sie sie in seinen Einstellungen für diese Website und laden Sie die Seite neu.',
    failed: 'Push konnte nicht eingeschaltet werden. Bitte versuchen Sie es noch einmal.',
    on: 'Push ist in diesem Browser eingeschaltet.',
    off: 'Sie erhalten Benachrichtigungen, auch wenn kein Tab des CRM offen ist.',
  },
}
