import type { inboxScript as english } from '../en/inbox_script.js'
import type { Translation } from '../translation.js'

export const inboxScript: Translation<typeof english> = {
  page: 'Chat',
  reload: 'Recargar',
  undo: 'Deshacer',
  dismiss: 'Descartar',
  failed: 'Algo ha ido mal',
  connection: {
    connecting: 'Conectando…',
    live: 'En directo',
    polling: 'Sin actualizaciones en directo. Comprobamos cada pocos segundos',
    offline: 'Sin conexión',
    ended: 'Desconectado',
  },
  gone: {
    deleted: 'Esta conversación se ha eliminado',
    left: 'Ya no tienes acceso a esta conversación',
  },
  ended: {
    logged_out: 'Se ha cerrado tu sesión',
    forbidden: 'Ya no puedes usar este chat',
    off: 'El chat está desactivado',
  },
  presence: {
    typing: '{name} está escribiendo…',
    here: '{name} también está viendo esto',
    replying: {
      one: '{names} está respondiendo ahora',
      many: '{names} están respondiendo ahora',
      other: '{names} están respondiendo ahora',
    },
  },
  thread: {
    newest: 'Mensajes más recientes',
    new: 'Mensajes nuevos',
    announced: {
      one: '',
      many: '{count} mensajes nuevos. ',
      other: '{count} mensajes nuevos. ',
    },
    announced_by: '{name}: {text}',
  },
  selection: {
    most: 'Puedes seleccionar hasta {count} conversaciones a la vez',
    count: '{count} seleccionadas',
  },
  search: {
    none: 'Sin resultados',
    results: {
      one: '{count} resultado',
      many: '{count} resultados',
      other: '{count} resultados',
    },
    conversations: 'Conversaciones',
  },
  files: {
    most: 'Puedes enviar hasta {max} archivos a la vez.',
    large: '{name} supera los {max} MB.',
    lost: 'Subida interrumpida',
    uploading: 'Subiendo… {percent}',
    remove: 'Quitar {name}',
    retry: 'Volver a subir {name}',
    wait: 'Los archivos aún se están subiendo. Espera o quítalos.',
    later: 'Los archivos no se pueden programar. Envíalos ahora o quítalos.',
  },
  composer: {
    left: {
      one: 'queda {count}',
      many: 'quedan {count}',
      other: 'quedan {count}',
    },
    send: 'Enviar',
    send_anyway: 'Enviar de todos modos',
    stale:
      'No enviada: llegaron mensajes nuevos antes de tu respuesta. Pulsa Intro para enviarla de todos modos.',
    stale_from:
      'No enviada: {name} escribió antes de tu respuesta. Pulsa Intro para enviarla de todos modos.',
    reply: 'Escribe una respuesta…',
    note: 'Escribe una nota para tu equipo…',
    not_kept: 'Tu mensaje no se ha enviado. Cópialo, recarga la página e inténtalo de nuevo.',
    sending: 'Enviando…',
    not_sent: 'No enviado: {problem}',
    at_risk: '{state}. No cierres esta página.',
    canned: {
      one: '{count} respuesta guardada',
      many: '{count} respuestas guardadas',
      other: '{count} respuestas guardadas',
    },
  },
}
