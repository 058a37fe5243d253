import type { drawn as english } from '../en/drawn.js'
import type { Translation } from '../translation.js'

export const drawn: Translation<typeof english> = {
  status: {
    pending: 'Pendiente',
    active: 'Activa',
    waiting: 'Espera al visitante',
    resolved: 'Resuelta',
    closed: 'Cerrada',
    archived: 'Archivada',
    snoozed: 'Pospuesta',
  },
  priority: {
    low: 'Baja',
    normal: 'Normal',
    high: 'Alta',
    urgent: 'Urgente',
  },
  messages: {
    one: '{count} mensaje',
    many: '{count} mensajes',
    other: '{count} mensajes',
  },
  in_app: 'En la app',
  in_app_title: 'Escrito por un usuario conectado en sus propias páginas',
  no_messages: 'Aún no hay mensajes',
  you: 'Tú',
  sender: {
    you: 'Tú: ',
    bot: 'Bot: ',
    name: '{name}: ',
  },
  rated: 'Valorado con {rating} de 5',
  assigned_to_you: 'asignada a ti',
  assigned_to: 'asignada a {name}',
  wait: {
    moment: '<1 min',
    minutes: '{minutes} min',
    hours: '{hours} h',
    days: '{days} d',
  },
}
