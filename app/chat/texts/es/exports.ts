import type { exports as english } from '../en/exports.js'
import type { Translation } from '../translation.js'

export const exports: Translation<typeof english> = {
  number: 'Número',
  status: 'Estado',
  priority: 'Prioridad',
  widget: 'Widget',
  visitor: 'Visitante',
  email: 'Correo',
  phone: 'Teléfono',
  agent: 'Agente',
  department: 'Departamento',
  labels: 'Etiquetas',
  subject: 'Asunto',
  source: 'URL de origen',
  started: 'Iniciada',
  first_response: 'Primera respuesta',
  response_time: 'Primera respuesta (s)',
  resolved: 'Resuelta',
  resolution_time: 'Resolución (s)',
  closed: 'Cerrada',
  archived: 'Archivada',
  waiting: 'Visitante esperando desde',
  last_message: 'Último mensaje',
  messages: 'Mensajes',
  rating: 'Valoración',
  feedback: 'Comentario',
}
