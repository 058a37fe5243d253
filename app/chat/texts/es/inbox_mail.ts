import type { inboxMail as english } from '../en/inbox_mail.js'
import type { Translation } from '../translation.js'

/** Chat > Inbox: messages that came by email. */
export const inboxMail: Translation<typeof english> = {
  by_email: 'Por correo',
  follow_up: 'Seguimiento automático',
  other_sender: 'Enviado desde {address}, otra dirección que la del visitante o agente',
  quoted: 'Mostrar texto citado',
  original: 'Mostrar correo original',
  cut: 'Acortado: el resto está en el original.',
  files: {
    one: '{count} archivo adjunto: mira el original.',
    many: '{count} archivos adjuntos: mira el original.',
    other: '{count} archivos adjuntos: mira el original.',
  },
  refused: '{file} solo está en el original. {reason}.',
  download: 'Descargar correo',
  attached: 'Archivos adjuntos',
  attached_hint: 'Descarga el correo para abrirlos. Abre solo archivos de personas que conozcas.',
  unnamed: 'Archivo sin nombre',
}
