import type { blocks as english } from '../en/blocks.js'
import type { Translation } from '../translation.js'

/** Settings > Blocked visitors, and how agents block one. */
export const blocks: Translation<typeof english> = {
  title: 'Visiteurs bloqués',
  lead: 'La discussion est fermée pour ces visiteurs et ils ne reçoivent pas d’e-mails. Ils ne savent pas qu’ils sont bloqués.',
  visitor: 'Visiteur',
  by: 'Bloqué par',
  address: 'Adresse IP',
  address_until: 'Bloquée jusqu’au {time}',
  address_free: 'Non bloquée',
  unblock: 'Débloquer',
  unblocked: '{name} peut de nouveau discuter',
  empty: 'Aucun visiteur bloqué',
  empty_text: 'Bloquez un visiteur dans les détails d’une conversation.',
  badge: 'Bloqué',
  open: 'Bloquer ce visiteur…',
  text: 'La conversation sera fermée. Le visiteur verra que la discussion est terminée et ne pourra pas en commencer une autre tant que vous ne l’aurez pas débloqué.',
  address_label: 'Bloquer aussi son adresse IP',
  address_hint:
    'D’autres personnes la partagent peut-être. Pendant ce temps, personne ne peut commencer une discussion depuis cette adresse.',
  address_hours: {
    none: 'Non',
    hour: 'Pendant 1 heure',
    day: 'Pendant 24 heures',
    week: 'Pendant 7 jours',
  },
  submit: 'Bloquer {name}',
}
