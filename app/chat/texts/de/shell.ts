import type { shell as english } from '../en/shell.js'
import type { Translation } from '../translation.js'

export const shell: Translation<typeof english> = {
  skip: 'Zum Inhalt springen',
  settings: 'Chat-Einstellungen',
  home: 'Zurück zum CRM',
  switch: {
    on: 'Live-Chat ist eingeschaltet',
    off: 'Live-Chat ist ausgeschaltet',
    turn_on: 'Einschalten',
    turn_off: 'Ausschalten',
  },
}
