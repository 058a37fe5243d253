import type { settingsScript as english } from '../en/settings_script.js'
import type { Translation } from '../translation.js'

export const settingsScript: Translation<typeof english> = {
  copy: 'Copier',
  copied: 'Copié',
  press_to_copy: 'Appuyez sur Ctrl+C',
  low_contrast: {
    white: 'Contraste faible ({ratio}:1, minimum {least}:1). Le chat utilisera du texte blanc.',
    black: 'Contraste faible ({ratio}:1, minimum {least}:1). Le chat utilisera du texte noir.',
  },
  hours: {
    none: 'Pas d’horaires. Les visiteurs voient « en ligne » dès qu’un agent est en ligne.',
    open: 'Ouvert maintenant ({timezone}).',
    never: 'Aucun jour choisi : vous apparaîtrez toujours absent.',
    closed: 'Fermé. Ouvre {moment} ({timezone}).',
  },
  progress: '{done} sur {all} terminés',
  done: '(terminé)',
}
