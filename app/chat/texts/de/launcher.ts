import type { launcher as english } from '../en/launcher.js'
import type { Translation } from '../translation.js'

export const launcher: Translation<typeof english> = {
  label: 'Chat',
  consent: {
    agree: 'Zustimmen und Chat starten',
    decline: 'Jetzt nicht',
    link: 'Datenschutzerklärung',
  },
  push: {
    ask: 'Möchten Sie hier benachrichtigt werden, wenn wir antworten?',
    accept: 'Benachrichtigen',
    on: 'Wir benachrichtigen Sie hier, wenn wir antworten.',
    turn_off: 'Ausschalten',
    failed: 'Benachrichtigungen ließen sich in diesem Browser nicht einschalten.',
  },
}
