import type { shell as english } from '../en/shell.js'
import type { Translation } from '../translation.js'

export const shell: Translation<typeof english> = {
  skip: 'Aller au contenu',
  settings: 'Paramètres du chat',
  home: 'Retour au CRM',
  switch: {
    on: 'Le chat est activé',
    off: 'Le chat est désactivé',
    turn_on: 'Activer',
    turn_off: 'Désactiver',
  },
}
