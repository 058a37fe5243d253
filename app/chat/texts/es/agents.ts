import type { agents as english } from '../en/agents.js'
import type { Translation } from '../translation.js'

export const agents: Translation<typeof english> = {
  title: 'Agentes',
  inbox: 'Bandeja de entrada',
  lead: 'Quién recibe chats, cuántos a la vez y de qué widgets y departamentos.',
  add: 'Añadir agente',
  empty: {
    title: 'Aún no hay agentes',
    text: 'Hasta que añadas agentes, las conversaciones nuevas quedan sin asignar en la bandeja de entrada.',
    add: 'Añadir tu primer agente',
    no_user:
      'Ningún usuario del CRM tiene todavía permiso para responder chats. Concédelo primero.',
  },
  queue: {
    waiting: {
      one: 'Hay {count} conversación en la cola.',
      many: 'Hay {count} conversaciones en la cola.',
      other: 'Hay {count} conversaciones en la cola.',
    },
    empty: 'La cola está vacía.',
  },
  list: {
    name: 'Nombre',
    status: 'Estado',
    chats: 'Chats',
    departments: 'Departamentos',
    widgets: 'Widgets',
    uncounted: {
      other: '+ {count} a la espera del visitante',
    },
    edit: 'Editar',
    load: '{chats} de {maximum}',
    deleted_widget: 'Widget eliminado',
    all_widgets: 'Todos los widgets',
  },
  form: {
    new: 'Nuevo agente',
    user: 'Usuario del CRM',
    user_hint: 'Usuarios del CRM que pueden responder chats y todavía no son agentes.',
    maximum: 'Máximo de chats simultáneos',
    maximum_hint: '1–50. Vale para la asignación automática; a mano se puede superar.',
    widgets_text: 'Deja todo sin marcar para atender todos los widgets, también los nuevos.',
    only_deleted:
      'El único widget de este agente se eliminó, así que no recibe chats. Guarda sin marcar nada para atender todos los widgets.',
    no_widgets: 'Aún no hay widgets.',
    departments_text:
      'Las conversaciones de un departamento van solo a sus agentes; todas las demás van a todos.',
    no_departments: 'Aún no hay departamentos. Añádelos en la página Agentes.',
  },
  departments: {
    lead: 'Grupos dentro de tu equipo. Una conversación transferida a un departamento va a su próximo agente disponible.',
    name: 'Nombre del departamento {name}',
    rename: 'Cambiar nombre',
    agents: {
      one: '{count} agente',
      many: '{count} agentes',
      other: '{count} agentes',
    },
    remove: 'Quitar',
    remove_confirm: 'Quitar departamento',
    remove_consequence: 'Las conversaciones que esperan a {name} irán a la cola general.',
    example: 'Ventas',
    new_name: 'Nombre del nuevo departamento',
    add: 'Añadir departamento',
  },
  removal: {
    title: 'Zona de peligro',
    open: 'Quitar agente',
    consequence:
      '{name} dejará de recibir chats. Su cuenta del CRM se mantiene y puede seguir respondiendo.',
    keep: 'Mantener asignadas sus conversaciones abiertas',
    requeue: 'Devolver sus conversaciones abiertas a la cola',
    confirm: 'Quitar',
  },
  counting: {
    title: 'Recuento de chats',
    label: 'Contar las conversaciones que esperan al visitante',
    hint: 'Desactivado, cada respuesta libera un hueco para el próximo chat de la cola. Si los visitantes vuelven a escribir, un agente puede superar temporalmente el máximo y no recibe chats nuevos hasta bajar de él.',
    save: 'Guardar',
  },
  sight: {
    rule: 'Los agentes sin el permiso «ver todos los chats» solo ven los chats de estos widgets y departamentos, y los que tienen asignados. Los demás agentes ven todos los chats, pero la cola solo les asigna estos.',
    all: '{name} puede ver todos los chats. Los widgets y departamentos solo deciden qué chats le asigna la cola.',
    some: '{name} solo ve los chats de estos widgets y departamentos, y los que tiene asignados.',
  },
  status: {
    online: 'En línea',
    busy: 'Ocupado',
    away: 'Ausente',
    offline: 'Desconectado',
    idle: 'inactivo',
    full: 'completo',
  },
  flash: {
    added: '{name} recibirá chats cuando esté en línea.',
    removed: '{name} ya no recibe chats.',
    department_created: 'Departamento {name} creado.',
    department_renamed: 'El departamento se llama ahora {name}.',
    department_removed: 'Departamento {name} quitado.',
  },
}
