import type { webhooks as english } from '../en/webhooks.js'
import type { Translation } from '../translation.js'

export const webhooks: Translation<typeof english> = {
  title: 'Webhooks del chat',
  lead: 'Avisa a tus propios sistemas en tiempo real cuando ocurra algo en el chat.',
  new: 'Nuevo webhook',
  empty: {
    title: 'Aún no hay webhooks',
    text: 'Envía solicitudes firmadas a tu tienda, almacén de datos o herramienta de automatización con cada mensaje y cada cambio.',
    add: 'Añadir un webhook',
  },
  list: {
    webhook: 'Webhook',
    status: 'Estado',
    events: 'Eventos',
    last: 'Último evento',
    ago: 'hace {time}',
    none: 'Ninguno',
  },
  form: {
    edit: 'Editar webhook',
    endpoint: 'Endpoint',
    url: {
      label: 'URL',
      hint: 'La URL que recibe las solicitudes POST, p. ej. https://example.com/hooks/chat.',
    },
    description: {
      label: 'Descripción',
      hint: 'Opcional, p. ej. «Almacén de datos». Solo la ve tu equipo.',
    },
    private: {
      label: 'Permitir direcciones de redes privadas',
      hint: 'Desactivado de serie, para que los webhooks no sirvan para explorar tu red interna.',
      allowed:
        'Un administrador ha permitido esta dirección de red privada. Otra dirección necesita de nuevo su aprobación.',
    },
    sends: 'Qué enviamos',
    events: 'Eventos',
    notes: {
      label: 'Incluir notas privadas',
      hint: 'Las notas privadas y el historial interno son solo para tu equipo. Actívalo solo para sistemas que puedan verlos.',
    },
    active: {
      label: 'Activo',
      hint: 'Desactivado, no se envía nada. Los eventos que ocurran entretanto no se envían después.',
    },
    create: 'Crear webhook',
  },
  secret: {
    new_title: 'Tu nuevo secreto',
    new_text: 'Guárdalo con los secretos de tu servidor. Solo se muestra una vez.',
    label: 'Secreto',
    ends: 'Tu secreto termina en {hint}. Solo lo mostramos completo una vez, al crearlo.',
  },
  test: 'Enviar evento de prueba',
  ping: 'El webhook funciona.',
  edit: 'Editar',
  danger: {
    title: 'Zona de peligro',
    rotate: 'Nuevo secreto',
    rotate_confirm: 'Crear nuevo secreto',
    rotate_consequence: {
      one: 'Durante {count} hora, las solicitudes se firman con ambos secretos para que puedas cambiar. Después solo se usa el nuevo.',
      many: 'Durante {count} horas, las solicitudes se firman con ambos secretos para que puedas cambiar. Después solo se usa el nuevo.',
      other:
        'Durante {count} horas, las solicitudes se firman con ambos secretos para que puedas cambiar. Después solo se usa el nuevo.',
    },
    delete: 'Eliminar webhook',
    delete_consequence: 'Las entregas pendientes se cancelan y el registro se elimina.',
  },
  refresh: 'Actualizar',
  resend: 'Reenviar',
  log: {
    title: 'Registro de entregas',
    kept: {
      one: 'Más recientes primero. Se guardan {count} día.',
      many: 'Más recientes primero. Se guardan {count} días.',
      other: 'Más recientes primero. Se guardan {count} días.',
    },
    event: 'Evento',
    result: 'Resultado',
    response: 'Respuesta',
    none_active: 'Aún no hay entregas. Envía un evento de prueba.',
    none: 'Aún no hay entregas.',
  },
  delivery: {
    id: 'ID',
    happened: 'Ocurrió',
    attempts: 'Intentos',
    last: 'Último intento',
    next: 'Próximo intento',
    sent: 'Solicitud',
    body: 'Cuerpo de la solicitud',
    response: 'Respuesta (primeros bytes)',
  },
  verify: {
    title: 'Para desarrolladores',
    request: 'Cada evento es una solicitud POST con JSON: {fields}. {reference}',
    reference: 'Ver los campos.',
    subscribed: 'Este webhook recibe',
    with_notes: 'con notas privadas.',
    without_notes: 'sin notas privadas.',
    respond:
      'Responde con 2xx en {seconds} s y procesa el evento después. Todo lo demás se reintenta, cada vez con más espera, durante un máximo de {hours} h.',
    order:
      'Los eventos pueden llegar más de una vez, con el mismo {id}, y desordenados tras un fallo. Usa {seq} para ordenar los mensajes.',
    redirects: 'Las redirecciones no se siguen. Responder 410 desactiva el webhook.',
    signature: 'Verifica {header} para asegurarte de que los eventos vienen de este chat:',
    snippet: 'Cómo verificar una firma en Node.js',
  },
  flash: {
    created: 'Webhook creado. Copia ahora su secreto. No volverás a verlo.',
    deleted: 'Webhook y registro eliminados.',
    rotated: 'Nuevo secreto creado. Cópialo ahora. No volverás a verlo.',
    tested: 'Evento de prueba enviado. Consulta el resultado en el registro.',
    resending: 'Reenviando…',
  },
}
