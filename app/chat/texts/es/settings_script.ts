import type { settingsScript as english } from '../en/settings_script.js'
import type { Translation } from '../translation.js'

export const settingsScript: Translation<typeof english> = {
  copy: 'Copiar',
  copied: 'Copiado',
  press_to_copy: 'Pulsa Ctrl+C',
  low_contrast: {
    white: 'Contraste bajo ({ratio}:1, mínimo {least}:1). El chat usará texto blanco.',
    black: 'Contraste bajo ({ratio}:1, mínimo {least}:1). El chat usará texto negro.',
  },
  hours: {
    none: 'Sin horario. Los visitantes ven «en línea» siempre que haya un agente en línea.',
    open: 'Abierto ahora ({timezone}).',
    never: 'Ningún día elegido: siempre aparecerás ausente.',
    closed: 'Cerrado. Abre {moment} ({timezone}).',
  },
  progress: '{done} de {all} listos',
  done: '(listo)',
  push: {
    unsupported: 'Este navegador no puede recibir notificaciones push aquí.',
    denied:
      'Este navegador bloquea las notificaciones. Permítalas en sus ajustes para este sitio y recargue la página.',
    failed: 'No se pudo activar push. Inténtelo de nuevo.',
    on: 'Push está activado en este navegador.',
    off: 'Recibe notificaciones aunque no haya ninguna pestaña del CRM abierta.',
  },
}
