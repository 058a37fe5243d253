import type { shell as english } from '../en/shell.js'
import type { Translation } from '../translation.js'

export const shell: Translation<typeof english> = {
  skip: 'Ir al contenido',
  settings: 'Ajustes del chat',
  home: 'Volver al CRM',
  switch: {
    on: 'El chat está activado',
    off: 'El chat está desactivado',
    turn_on: 'Activar',
    turn_off: 'Desactivar',
  },
}
