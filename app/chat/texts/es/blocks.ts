import type { blocks as english } from '../en/blocks.js'
import type { Translation } from '../translation.js'

/** Settings > Blocked visitors, and how agents block one. */
export const blocks: Translation<typeof english> = {
  title: 'Visitantes bloqueados',
  lead: 'El chat está cerrado para estos visitantes y no reciben correos. No se les dice que están bloqueados.',
  visitor: 'Visitante',
  by: 'Bloqueado por',
  address: 'Dirección IP',
  address_until: 'Bloqueada hasta {time}',
  address_free: 'Sin bloquear',
  unblock: 'Desbloquear',
  unblocked: '{name} puede volver a chatear',
  empty: 'No hay visitantes bloqueados',
  empty_text: 'Bloquee a un visitante en los detalles de una conversación.',
  badge: 'Bloqueado',
  open: 'Bloquear a este visitante…',
  text: 'Esto cierra la conversación. El visitante ve que el chat ha terminado y no puede empezar otro hasta que lo desbloquee.',
  address_label: 'Bloquear también su dirección IP',
  address_hint:
    'Puede que otras personas la compartan. Durante ese tiempo nadie puede empezar un chat desde ella.',
  address_hours: {
    none: 'No',
    hour: 'Durante 1 hora',
    day: 'Durante 24 horas',
    week: 'Durante 7 días',
  },
  submit: 'Bloquear a {name}',
}
