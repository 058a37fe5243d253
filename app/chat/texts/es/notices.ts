import type { notices as english } from '../en/notices.js'
import type { Translation } from '../translation.js'

export const notices: Translation<typeof english> = {
  messages: {
    one: '{visitor}: {count} mensaje nuevo',
    many: '{visitor}: {count} mensajes nuevos',
    other: '{visitor}: {count} mensajes nuevos',
  },
  title: 'Notificaciones',
  lead: 'Cómo le avisamos de sus chats. Estos ajustes son solo suyos.',
  none: 'Aún no hay notificaciones',
  none_text: 'Aquí aparecen los mensajes nuevos y los chats que se le asignan.',
  unread: 'Sin leer',
  what: 'Avisarme de',
  what_text: 'No se anuncia nada mientras mira la conversación.',
  kinds: {
    message: 'Mensajes en mis chats',
    assigned: 'Chats que se me asignan o transfieren',
    woken: 'Pausas que terminan',
  },
  channels: {
    crm: 'Campana en el CRM',
    desktop: 'Escritorio, con una pestaña abierta',
    push: 'Push a mis navegadores',
    mail: 'Correo, si no lo he visto',
    host: 'Aplicación',
  },
  quiet: {
    title: 'Horas de silencio',
    label: 'Guardar silencio cada día',
    hint: 'La campana sigue contando, pero nada suena, aparece ni se envía.',
    from: 'Desde ({zone})',
    until: 'Hasta',
  },
  push: {
    title: 'Push a este navegador',
    text: 'Recibe notificaciones aunque no haya ninguna pestaña del CRM abierta.',
    on: 'Activar push',
    off: 'Desactivar push',
    browsers: 'Navegadores que reciben push',
    since: 'desde {time}',
    remove: 'Quitar',
    removed: 'Navegador quitado',
    unknown: 'Navegador desconocido',
    none: 'Ningún navegador recibe push todavía.',
  },
  muted: {
    title: 'Conversaciones silenciadas',
    text: 'No recibe notificaciones de los mensajes de estas conversaciones.',
    none: 'No hay conversaciones silenciadas',
    unmute: 'Reactivar',
  },
  mute: {
    on: 'Silenciar notificaciones',
    off: 'Reactivar notificaciones',
    done: 'Notificaciones silenciadas en esta conversación',
    undone: 'Las notificaciones vuelven a estar activas',
  },
  mail: {
    sender: 'Chat',
    open: 'Abrir la conversación',
    why: 'Recibe este correo porque no ha visto esta notificación en el CRM.',
    change: 'Ajustes de notificaciones',
  },
}
