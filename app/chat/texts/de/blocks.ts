import type { blocks as english } from '../en/blocks.js'
import type { Translation } from '../translation.js'

/** Settings > Blocked visitors, and how agents block one. */
export const blocks: Translation<typeof english> = {
  title: 'Blockierte Besucher',
  lead: 'Für diese Besucher ist der Chat geschlossen, und sie erhalten keine E-Mails. Sie erfahren nicht, dass sie blockiert sind.',
  visitor: 'Besucher',
  by: 'Blockiert von',
  address: 'IP-Adresse',
  address_until: 'Blockiert bis {time}',
  address_free: 'Nicht blockiert',
  unblock: 'Blockierung aufheben',
  unblocked: '{name} kann wieder chatten',
  empty: 'Keine blockierten Besucher',
  empty_text: 'Blockieren Sie einen Besucher in den Details einer Unterhaltung.',
  badge: 'Blockiert',
  open: 'Diesen Besucher blockieren…',
  text: 'Das schließt die Unterhaltung. Der Besucher sieht, dass der Chat beendet ist, und kann keinen neuen beginnen, bis Sie die Blockierung aufheben.',
  address_label: 'Auch die IP-Adresse blockieren',
  address_hint:
    'Andere nutzen sie vielleicht mit. In dieser Zeit kann von ihr aus niemand einen Chat beginnen.',
  address_hours: {
    none: 'Nein',
    hour: 'Für 1 Stunde',
    day: 'Für 24 Stunden',
    week: 'Für 7 Tage',
  },
  submit: '{name} blockieren',
}
