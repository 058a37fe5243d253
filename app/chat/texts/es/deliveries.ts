import type { deliveries as english } from '../en/deliveries.js'
import type { Translation } from '../translation.js'

export const deliveries: Translation<typeof english> = {
  webhook: {
    stopped: 'Desactivado',
    paused: 'En pausa',
    failing: 'Con fallos desde {time}',
    healthy: 'Correcto',
    unused: 'Aún sin entregas',
  },
  advice: {
    gone: 'Desactivado porque el servidor respondió 410 Gone. Corrige el endpoint, edita el webhook y vuelve a activarlo.',
    paused:
      'En pausa. Los eventos nuevos no se envían, ni ahora ni después. Las entregas que ya estaban pendientes salen cuando vuelvas a activar el webhook.',
    failing:
      'Consulta el registro de abajo. Las entregas fallidas se reintentan cada vez con más espera; también puedes reenviarlas a mano.',
  },
  delivery: {
    delivered: 'Entregado',
    failed: 'Fallido',
    sending: 'Enviando',
    waiting: 'Pendiente',
    retrying: 'Fallido. Próximo intento: {time}',
  },
  attempts: {
    one: '{count} intento',
    many: '{count} intentos',
    other: '{count} intentos',
  },
  no_response: 'Sin respuesta tras {time}',
  response: '{status} en {time}',
  reasons: {
    timeout: 'Tiempo agotado.',
    dns: 'Host no encontrado. Comprueba la URL.',
    refused: 'Conexión rechazada. No hay nada escuchando en esta dirección.',
    unreachable: 'Host inaccesible.',
    tls: 'Certificado TLS no válido para este host. No se ha enviado nada.',
    forbidden_address: 'Bloqueado: esta URL apunta a una red privada. No se ha enviado nada.',
    broken: 'La conexión se cerró antes de que el servidor respondiera.',
    status: 'El servidor respondió con un error. Solo 2xx cuenta como entregado.',
    redirect:
      'El servidor redirigió la solicitud. Las redirecciones no se siguen; usa la URL final.',
    gone: 'El servidor respondió 410 Gone, así que hemos desactivado el webhook.',
    secret: 'El secreto no se puede descifrar porque APP_KEY ha cambiado. Crea uno nuevo.',
  },
  events: {
    message_sent: {
      label: 'Mensaje enviado',
      hint: 'De un visitante, un agente o el sistema. Incluye el texto.',
    },
    conversation_updated: {
      label: 'Conversación actualizada',
      hint: 'Creada, asignada, resuelta, cerrada, reabierta o archivada.',
    },
    conversation_deleted: {
      label: 'Conversación eliminada',
      hint: 'De forma permanente, con todos sus mensajes.',
    },
    test: 'Prueba',
  },
}
