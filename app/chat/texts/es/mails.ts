import type { mails as english } from '../en/mails.js'
import type { Translation } from '../translation.js'

export const mails: Translation<typeof english> = {
  reply: {
    subject: '{agent} de {site} ha respondido',
    sender: '{agent} ({site})',
    intro: {
      one: '{agent} de {site} te ha respondido:',
      many: '{agent} de {site} te ha enviado {count} respuestas:',
      other: '{agent} de {site} te ha enviado {count} respuestas:',
    },
    open: 'Abrir el chat y responder',
    expires: 'El enlace abre tu conversación en cualquier dispositivo durante 7 días.',
    why: 'Recibes este correo porque dejaste tu dirección en el chat de {site}.',
    stop: 'Cancelar la suscripción',
  },
  missed: {
    subject: 'Chat perdido con {visitor} ({number})',
    sender: 'Chat ({site})',
    intro: '{visitor} escribió en el chat de {site} y ningún agente ha respondido todavía.',
    email: 'Correo: {email}',
    no_email: 'Aún no hay correo electrónico.',
    phone: 'Teléfono: {phone}',
    page: 'Página: {page}',
    open: 'Abrir la conversación',
    why: 'Recibes este correo porque es el correo del equipo del chat de {site}.',
  },
  transcript: {
    about: 'Conversación {number}, iniciada el {moment} ({zone}).',
    cut: 'Se han omitido los mensajes anteriores.',
    why: 'Recibe este correo porque se solicitó una copia de la conversación en el chat de {site}.',
  },
  stop: {
    title: 'Cancelar la suscripción',
    question: '¿Dejar de enviar correos de {site} a {email}?',
    button: 'Cancelar la suscripción',
    done: '{email} no recibirá más correos de {site}.',
    unknown: 'Este enlace es desconocido o demasiado antiguo.',
  },
  link: {
    title: 'Tu chat con {site}',
    opening: 'Abriendo tu conversación…',
    expired:
      'Este enlace ha caducado. Abre el chat en nuestro sitio web para escribirnos de nuevo.',
    failed: 'Ahora no podemos abrir tu conversación. Recarga la página.',
    ended: 'Ya puedes cerrar esta página.',
    back: 'Volver a la conversación',
  },
  preview: {
    title: 'Correos enviados',
    text: 'No hay ningún servidor de correo configurado, así que los correos se guardan aquí en lugar de enviarse.',
    none: 'Aún no hay correos',
    empty: 'Deja tu dirección en el chat, ciérralo y haz que responda un agente.',
    subject: 'Asunto',
    sent: 'Enviado',
    to: 'Para',
    from: 'De',
    text_part: 'Parte de texto',
    headers: 'Cabeceras',
    back: 'Todos los correos',
  },
}
