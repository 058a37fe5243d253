import type { work as english } from '../en/work.js'
import type { Translation } from '../translation.js'

export const work: Translation<typeof english> = {
  title: 'Tareas en segundo plano',
  lead: 'Lo que se ejecuta más tarde o tarda mucho: correos, borrados, eliminación por antigüedad. Un reinicio no pierde nada.',
  running: {
    title: 'En curso',
    progress: '{done} de {total}',
    cancel: 'Cancelar',
    cancel_hint:
      'Lo eliminado hasta ahora queda eliminado. Cancelar la eliminación de conversaciones antiguas la desactiva para ese widget.',
    none: 'No hay ninguna tarea larga en marcha.',
  },
  failed: {
    title: 'Fallidas',
    text: 'Hemos intentado cada una seis veces antes de desistir. Corrige la causa y reinténtalo.',
    task: 'Tarea',
    reason: 'Motivo',
    since: 'Desde',
    unknown: 'Sin motivo indicado',
    retry: 'Reintentar',
    discard: 'Descartar',
    none: 'No ha fallado nada.',
  },
  waiting: {
    title: 'Programadas',
    count: 'Programadas',
    next: 'Próxima',
    late: 'Con retraso desde {time}',
    none: 'No hay nada programado.',
  },
  kinds: {
    'auto-close': 'Cerrar conversaciones resueltas',
    'snooze-end': 'Terminar pausas',
    'undoable-action': 'Resolver, cerrar y archivar tras el plazo para deshacer',
    'reply-mail': 'Enviar por correo las respuestas no leídas',
    'planned-reply': 'Enviar respuestas programadas',
    'missed-chat': 'Chats perdidos',
    'follow-up': 'Seguimientos',
    'follow-up-start': 'Seguimientos tras un cambio de ajustes',
    'erase-visitor': 'Borrar visitantes',
    'retention': 'Eliminar conversaciones antiguas',
    'notice': 'Crear notificaciones',
    'web-push': 'Push a los navegadores de los agentes',
    'visitor-push': 'Enviar las respuestas al navegador de los visitantes',
    'host-push': 'Push a la aplicación del CRM',
    'notice-mail': 'Enviar por correo las notificaciones no leídas',
    'unknown': 'Otras tareas',
  },
  flash: {
    retried: 'Reintentando',
    cancelled: 'Cancelada',
  },
}
