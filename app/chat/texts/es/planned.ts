import type { planned as english } from '../en/planned.js'
import type { Translation } from '../translation.js'

/** Chat > Inbox: replies that are sent later. */
export const planned: Translation<typeof english> = {
  title: 'Enviar más tarde',
  at: 'A una hora ({zone})',
  plan: 'Programar',
  done: 'Programada para {time}',
  list: 'Respuestas programadas',
  yours: 'Usted responde el {time}',
  by: '{name} responde el {time}',
  ended: 'No se envió porque la conversación había terminado. Reábrala y elija otra hora.',
  follow_up: {
    due: 'El seguimiento sale {time}',
    resolve: 'Se resuelve automáticamente {time}',
    cancel: 'Cancelar el seguimiento',
    keep: 'Mantener abierta',
  },
  edit: 'Editar',
  message: 'Mensaje programado',
  time: 'Hora ({zone})',
  save: 'Guardar',
  cancel: 'Cancelar el envío',
}
