import type { labels as english } from '../en/labels.js'
import type { Translation } from '../translation.js'

export const labels: Translation<typeof english> = {
  title: 'Etiquetas del chat',
  edit: 'Editar etiqueta',
  lead: 'Etiquetas con las que tu equipo organiza las conversaciones. Los visitantes nunca las ven.',
  name: 'Nombre',
  colour: 'Color',
  save: 'Guardar etiqueta',
  add: 'Añadir etiqueta',
  delete: 'Eliminar etiqueta',
  delete_consequence: 'Se quitará de todas las conversaciones de forma permanente.',
  label: 'Etiqueta',
  conversations: 'Conversaciones',
  conversations_with: 'con {name}',
  empty: {
    title: 'Aún no hay etiquetas',
    text: 'Añade una arriba, p. ej. «Facturación» o «Error», y úsalas para clasificar y filtrar conversaciones.',
  },
  flash: {
    deleted: 'Etiqueta {name} eliminada.',
    saved: 'Etiqueta {name} guardada.',
  },
}
