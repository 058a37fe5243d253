import type { agentScript as english } from '../en/agent_script.js'
import type { Translation } from '../translation.js'

export const agentScript: Translation<typeof english> = {
  waiting: '{visitor} espera tu respuesta',
  transferred: '{agent} te ha transferido a {visitor}',
  snooze_over: '{visitor}: pausa terminada',
  dismiss: 'Descartar',
  unread: '{count} sin leer',
  bell: {
    label: 'Notificaciones',
    unread: {
      one: 'Notificaciones, {count} sin leer',
      many: 'Notificaciones, {count} sin leer',
      other: 'Notificaciones, {count} sin leer',
    },
    all_read: 'Marcar todo como leído',
    settings: 'Ajustes',
  },
  status: {
    label: 'Mi estado en el chat',
    online: 'En línea',
    away: 'Ausente',
    busy: 'Ocupado',
    offline: 'Desconectado',
    idle: '{status} (inactivo)',
    full: '{status} (completo)',
    shown: '{status} ({other})',
  },
  errors: {
    offline: 'Sin conexión',
    forbidden: 'No tienes permiso para hacer esto',
    missing: 'Esta conversación ya no existe',
    too_fast: 'Demasiadas solicitudes. Inténtalo de nuevo en un momento.',
    ours: 'Algo ha ido mal por nuestra parte',
    logged_out: 'Se ha cerrado tu sesión',
  },
  unsent: {
    one: 'Respuesta no enviada: {title}',
    many: {
      one: '{count} respuesta no enviada',
      many: '{count} respuestas no enviadas',
      other: '{count} respuestas no enviadas',
    },
    held: 'Hay mensajes nuevos en la conversación. Léelos primero.',
    logged_out: 'Se ha cerrado tu sesión. La enviaremos cuando vuelvas a iniciarla.',
    stay: 'Seguimos intentándolo. No cierres esta página todavía.',
    trying: 'Seguimos intentándolo.',
    trying_after: '{problem}. Seguimos intentándolo.',
  },
}
