import type { launcher as english } from '../en/launcher.js'
import type { Translation } from '../translation.js'

export const launcher: Translation<typeof english> = {
  label: 'Chat',
  consent: {
    agree: 'Aceptar e iniciar el chat',
    decline: 'Ahora no',
    link: 'Política de privacidad',
  },
  push: {
    ask: '¿Quieres que te avisemos aquí cuando respondamos?',
    accept: 'Avisarme',
    on: 'Te avisaremos aquí cuando respondamos.',
    turn_off: 'Desactivar',
    failed: 'No hemos podido activar las notificaciones en este navegador.',
  },
}
