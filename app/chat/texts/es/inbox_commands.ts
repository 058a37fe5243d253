import type { inboxCommands as english } from '../en/inbox_commands.js'
import type { Translation } from '../translation.js'

export const inboxCommands: Translation<typeof english> = {
  groups: {
    conversation: 'Conversación',
    selected: 'Selección',
    list: 'Lista',
    go: 'Ir a',
    you: 'Tú',
  },
  reply: {
    title: 'Responder',
  },
  note: {
    title: 'Añadir una nota privada',
    words: 'interna equipo',
  },
  assign: {
    title: 'Asignar…',
    help: 'Asignar',
  },
  transfer: {
    title: 'Transferir con una nota…',
    words: 'pasar departamento',
  },
  label: {
    title: 'Añadir etiqueta…',
    help: 'Añadir etiqueta',
    words: 'tag',
  },
  unlabel: {
    title: 'Quitar etiqueta…',
  },
  priority: {
    title: 'Cambiar la prioridad…',
    help: 'Cambiar la prioridad',
    words: 'urgente alta baja normal',
  },
  resolve: {
    title: 'Resolver',
    words: 'terminar listo',
  },
  resolve_next: {
    title: 'Resolver y abrir la siguiente',
    words: 'terminar listo siguiente',
  },
  undo: {
    title: 'Deshacer resolver, cerrar o archivar',
    help: 'Deshacer lo último que se resolvió, cerró o archivó',
  },
  snooze: {
    title: 'Posponer hasta…',
    help: 'Posponer',
    words: 'más tarde recordar aparte',
  },
  wake: {
    title: 'Terminar la pausa',
  },
  close: {
    title: 'Cerrar',
    words: 'terminar',
  },
  reopen: {
    title: 'Reabrir',
  },
  archive: {
    title: 'Archivar',
  },
  unarchive: {
    title: 'Recuperar del archivo',
  },
  promote: {
    title: 'Guardar como contacto',
    words: 'persona crm',
  },
  match: {
    title: 'Vincular con una persona, o crear una…',
    words: 'contacto crm',
  },
  convert: {
    title: 'Convertir en lead…',
    words: 'oportunidad crm',
  },
  ticket: {
    title: 'Crear ticket…',
    words: 'incidencia caso crm',
  },
  subject: {
    title: 'Poner asunto…',
    words: 'título tema',
  },
  delete: {
    title: 'Eliminar…',
  },
  next: {
    title: 'Conversación siguiente',
  },
  previous: {
    title: 'Conversación anterior',
  },
  search: {
    title: 'Buscar',
    help: 'Buscar por número, nombre, correo, teléfono o texto; ↓ salta a los resultados',
  },
  show: {
    title: 'Mostrar…',
    words: 'filtro estado vista vistas abiertas mías sin asignar',
  },
  filter: {
    title: 'Filtrar por…',
    help: 'Filtros, vistas guardadas y exportación',
    words: 'widget etiqueta agente prioridad',
  },
  sort: {
    title: 'Ordenar por…',
    words: 'orden recientes espera prioridad',
  },
  export: {
    title: 'Exportar esta lista (CSV)',
    words: 'descargar',
  },
  pick: {
    title: 'Seleccionar esta conversación',
    help: 'Seleccionar la conversación (Mayús-clic para un rango)',
  },
  bulk: {
    title: 'Con las conversaciones seleccionadas…',
    words: 'varias resolver cerrar archivar asignar etiqueta prioridad',
  },
  status: {
    title: 'Cambiar mi estado…',
    words: 'en línea ausente ocupado desconectado presencia',
  },
  go: {
    title: 'Ir a…',
    words: 'página panel ajustes agentes',
  },
  palette: {
    title: 'Comandos',
    help: 'Buscar un comando o una conversación desde cualquier lugar',
  },
  details: {
    title: 'Sobre el visitante',
    words: 'detalles panel',
  },
  back: {
    title: 'Volver a la lista',
  },
  close_details: {
    title: 'Cerrar detalles',
  },
  escape: {
    title: 'Cerrar el menú · borrar la búsqueda · salir del campo',
  },
  help: {
    title: 'Atajos de teclado',
    help: 'Esta ayuda',
    words: 'teclas ayuda',
  },
}
