import type { widgets as english } from '../en/widgets.js'
import type { Translation } from '../translation.js'

export const widgets: Translation<typeof english> = {
  title: 'Widgets de chat',
  new_title: 'Nuevo widget de chat',
  lead: 'Un widget por sitio web. Define su aspecto, sus textos y su horario de atención.',
  new: 'Nuevo widget',
  unfinished: {
    text: 'El chat todavía no está en ningún sitio web.',
    link: 'Terminar la configuración',
  },
  empty: {
    title: 'Aún no hay widgets',
    text: 'Crea un widget, pega su código en tu sitio web y los visitantes podrán chatear.',
  },
  unconnected:
    '{processes} procesos de servidor ejecutan el chat sin un bus de mensajes compartido. Las actualizaciones entre ellos pueden tardar hasta {seconds} segundos, y cada proceso aplica los límites por su cuenta. Define {variable} para todos, o ejecuta un solo proceso.',
  redis_away:
    'Redis no responde. No se pierde nada: las actualizaciones entre procesos pueden tardar hasta {seconds} segundos, y cada proceso aplica los límites por su cuenta hasta que Redis vuelva.',
  list: {
    name: 'Nombre',
    status: 'Estado',
    websites: 'Sitios web',
    key: 'Clave',
    changed: 'Último cambio',
    changed_by: 'por {name}',
    every_website: 'Cualquier sitio web',
    more_websites: {
      other: '{first} y {count} más',
    },
  },
  active: 'Activo',
  inactive: 'Inactivo',
  deactivate: 'Desactivar',
  activate: 'Activar',
  code: 'Código de instalación',
  unsaved: 'Cambios sin guardar',
  create: 'Crear widget',
  flash: {
    created: '{name} está listo. Añade ahora su código a tu sitio web.',
    deleted: '{name} eliminado. Sus conversaciones siguen en la bandeja de entrada.',
    new_key: 'Nueva clave creada. Actualiza el código de tu sitio web.',
    activated: '{name} está activo.',
    deactivated: '{name} está inactivo.',
  },
  preview: {
    title: 'Vista previa',
    shown: 'Momento de la conversación',
    first_visit: 'Primera visita',
    conversation: 'Conversación',
    resolved: 'Resuelta',
    team: 'Equipo',
    now: 'Ahora',
    online: 'En línea',
    away: 'Ausente',
    question: '¡Hola! ¿Sigue disponible en talla M la bici de gravel del escaparate?',
    answer: '¡Hola! Sí. ¿Te la reservamos hasta el sábado?',
    thanks: 'Sí, por favor 🙂',
    seen: 'Leído',
    toggle: 'Abrir o cerrar la vista previa del chat',
  },
}
