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
  push: {
    unsupported: 'Ce navigateur ne peut pas recevoir de notifications push ici.',
    denied:
      'Ce navigateur bloque les notifications. Autorisez-les dans ses réglages pour ce site, puis rechargez la page.',
    failed: 'Le push n’a pas pu être activé. Veuillez réessayer.',
    on: 'Le push est activé dans ce navigateur.',
    off: 'Vous recevez les notifications même si aucun onglet du CRM n’est ouvert.',
  },
}
