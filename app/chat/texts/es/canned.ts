import type { canned as english } from '../en/canned.js'
import type { Translation } from '../translation.js'

export const canned: Translation<typeof english> = {
  title: 'Respuestas guardadas',
  lead: 'Respuestas ya preparadas. En la bandeja de entrada, escribe {slash} y el atajo.',
  new: 'Nueva respuesta',
  empty: {
    title: 'Aún no hay respuestas guardadas',
    text: 'Guarda las respuestas que escribes cada día. Los nombres y números se rellenan automáticamente.',
    add: 'Crear tu primera respuesta',
  },
  shortcut: {
    label: 'Atajo',
    hint: 'Lo que los agentes escriben tras la barra, p. ej. devoluciones.',
  },
  name: {
    label: 'Título',
    hint: 'Interno. Los visitantes no lo ven.',
  },
  content: 'Texto',
  new_title: 'Nueva respuesta guardada',
  response: 'Respuesta',
  placeholders: 'Marcadores, que se rellenan con la conversación actual:',
  fallback:
    'Añade una alternativa tras | por si se desconoce el valor: {example}. Sin ella, el marcador queda vacío.',
  create: 'Crear respuesta',
  removal: 'Zona de peligro',
  delete: 'Eliminar respuesta',
  delete_consequence:
    'Dejará de estar disponible en la bandeja de entrada. Los mensajes ya enviados no cambian.',
  flash: {
    deleted: '/{shortcut} eliminada.',
    saved: '/{shortcut} guardada.',
  },
  unknown_placeholder: '{problem}. Usa {placeholders}.',
}
