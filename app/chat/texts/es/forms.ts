import type { forms as english } from '../en/forms.js'
import type { Translation } from '../translation.js'

export const forms: Translation<typeof english> = {
  not_saved: 'No se ha guardado. Corrige los campos marcados.',
  cancel: 'Cancelar',
  save_changes: 'Guardar cambios',
  copy: 'Copiar',
  actions: 'Acciones',
  delete: 'Eliminar',
  saved: 'Tus cambios se han guardado.',
  log: {
    pages: 'Páginas del registro',
    newest: 'Más recientes',
    older: 'Anteriores',
    end: 'Fin del registro',
  },
}
