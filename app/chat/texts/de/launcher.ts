import type { launcher as english } from '../en/launcher.js'
import type { Translation } from '../translation.js'

export const launcher: Translation<typeof english> = {
  label: 'Chat',
  consent: {
    agree: 'Zustimmen und Chat starten',
    decline: 'Jetzt nicht',
    link: 'Datenschutzerklärung',
  },
}
