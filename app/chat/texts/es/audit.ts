import type { audit as english } from '../en/audit.js'
import type { Translation } from '../translation.js'

export const audit: Translation<typeof english> = {
  title: 'Registro de auditoría del chat',
  lead: 'Quién cambió los ajustes, el equipo y los datos del chat. El historial de una conversación está en la conversación.',
  show: 'Mostrar',
  everything: 'Todo',
  what: 'Cambio',
  when: 'Cuándo',
  changed: 'Cambiado: {fields}',
  empty: 'Aún no hay cambios',
  empty_text:
    'Aquí aparecen los cambios de widgets, agentes, etiquetas, webhooks y otros ajustes, con quién los hizo.',
  former_user: 'Antiguo usuario {id}',
  program: 'Un programa',
  areas: {
    module: 'Chat activado y desactivado',
    widget: 'Widgets',
    agent: 'Agentes',
    department: 'Departamentos',
    label: 'Etiquetas',
    canned_response: 'Respuestas guardadas',
    proactive_rule: 'Mensajes proactivos',
    webhook: 'Webhooks',
    export: 'Exportaciones',
    conversation: 'Conversaciones eliminadas',
    visitor: 'Visitantes borrados',
    work: 'Tareas en segundo plano',
    setting: 'Ajustes',
    permission: 'Acceso',
  },
  actions: {
    module: {
      enabled: 'activó el chat',
      disabled: 'desactivó el chat',
    },
    widget: {
      created: 'creó el widget',
      updated: 'cambió el widget',
      activated: 'activó el widget',
      deactivated: 'desactivó el widget',
      key_regenerated: 'renovó la clave del widget',
      identity_key_added: 'añadió una clave de identidad al widget',
      identity_key_removed: 'quitó una clave de identidad del widget',
      deleted: 'eliminó el widget',
    },
    agent: {
      added: 'añadió al agente',
      updated: 'cambió al agente',
      removed: 'quitó al agente',
    },
    department: {
      created: 'creó el departamento',
      renamed: 'cambió el nombre del departamento a',
      deleted: 'eliminó el departamento',
    },
    label: {
      created: 'creó la etiqueta',
      updated: 'cambió la etiqueta',
      deleted: 'eliminó la etiqueta',
    },
    canned_response: {
      created: 'creó la respuesta guardada',
      updated: 'cambió la respuesta guardada',
      deleted: 'eliminó la respuesta guardada',
    },
    proactive_rule: {
      created: 'creó el mensaje proactivo',
      updated: 'cambió el mensaje proactivo',
      deleted: 'eliminó el mensaje proactivo',
    },
    webhook: {
      created: 'creó el webhook',
      updated: 'cambió el webhook',
      secret_rotated: 'reemplazó el secreto del webhook',
      deleted: 'eliminó el webhook',
    },
    export: {
      conversations: 'exportó conversaciones, filtro',
      dashboard: 'exportó el panel',
      visitor: 'exportó los datos del visitante',
    },
    conversation: {
      deleted: 'eliminó la conversación',
      expired: 'eliminó conversaciones terminadas por antigüedad, widget',
    },
    visitor: {
      erased: 'borró al visitante',
      blocked: 'bloqueó al visitante',
      unblocked: 'desbloqueó al visitante',
    },
    work: {
      retried: 'reintentó la tarea',
      cancelled: 'canceló la tarea',
    },
    setting: {
      updated: 'cambió los ajustes',
    },
    permission: {
      changed: 'cambió el acceso de',
      token_created: 'creó un token de API para',
      token_revoked: 'revocó un token de API de',
    },
  },
}
