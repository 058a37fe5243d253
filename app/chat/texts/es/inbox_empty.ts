import type { inboxEmpty as english } from '../en/inbox_empty.js'
import type { Translation } from '../translation.js'

export const inboxEmpty: Translation<typeof english> = {
  open: {
    title: 'Todo al día',
    text: 'Nadie espera respuesta. Las conversaciones nuevas aparecen aquí automáticamente.',
  },
  mine: {
    title: 'No tienes conversaciones asignadas',
    text: 'Toma una de Sin asignar, o espera a que te asignen la siguiente.',
  },
  unassigned: {
    title: 'Nada sin asignar',
    text: 'Cada conversación abierta tiene un agente.',
  },
  pending: {
    title: 'No hay conversaciones pendientes',
    text: 'Las conversaciones nuevas empiezan aquí.',
  },
  active: {
    title: 'No hay conversaciones activas',
    text: 'Aquí aparecen las conversaciones que esperan la respuesta de tu equipo.',
  },
  waiting: {
    title: 'Ninguna conversación espera a un visitante',
    text: 'Las conversaciones llegan aquí cuando has respondido y esperas al visitante.',
  },
  snoozed: {
    title: 'Nada pospuesto',
    text: 'Las conversaciones pospuestas vuelven a la hora elegida, o cuando el visitante escribe.',
  },
  resolved: {
    title: 'Aún no hay nada resuelto',
    text: 'Las conversaciones resueltas se guardan aquí.',
  },
  closed: {
    title: 'Aún no hay nada cerrado',
    text: 'Las conversaciones cerradas se guardan aquí.',
  },
  archived: {
    title: 'El archivo está vacío',
    text: 'Las conversaciones archivadas se guardan aquí.',
  },
  all: {
    title: 'Aún no hay conversaciones',
    text: 'Las conversaciones nuevas aparecerán aquí.',
  },
  filtered: {
    title: 'Sin resultados',
    text: 'Ninguna conversación cumple todos estos filtros.',
  },
  not_shown: 'Ningún sitio web ha mostrado todavía el chat.',
  finish: 'Terminar la configuración',
  no_widget: 'Aún no hay widgets',
  add_chat: 'Añade el chat a tu sitio web: personaliza un widget y pega una línea de código.',
  set_up: 'Configurar el chat',
  ask: 'Las conversaciones aparecerán aquí cuando un administrador añada un widget a tu sitio web.',
  none_open: 'Ninguna conversación abierta',
  none_open_text: 'Las conversaciones nuevas aparecen a la izquierda.',
  choose: 'Elige una conversación',
  choose_text: 'Las más recientes primero. Usa {next} y {previous} para recorrer la lista.',
}
