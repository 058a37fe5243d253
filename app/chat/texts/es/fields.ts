import type { fields as english } from '../en/fields.js'
import type { Translation } from '../translation.js'

export const fields: Translation<typeof english> = {
  sections: {
    basics: 'Datos básicos',
    appearance: 'Aspecto',
    texts: 'Textos',
    translations: 'Textos en otros idiomas',
    contact: 'Antes del primer mensaje',
    missed: 'Chats perdidos',
    follow_up: 'Seguimientos',
    consent: 'Consentimiento',
    retention: 'Conservar conversaciones',
    behaviour: 'Comportamiento',
    files: 'Archivos',
    hours: 'Horario de atención',
    websites: 'Sitios web permitidos',
    install: 'Instalación',
    removal: 'Zona de peligro',
  },
  name: {
    label: 'Nombre',
    hint: 'Interno. Los visitantes no lo ven.',
  },
  is_active: {
    label: 'Activo',
    hint: 'Inactivo, el widget está oculto en todos los sitios web, incluso donde su código está instalado.',
  },
  primary_color: 'Color principal',
  text_color: 'Color del texto',
  position: 'Posición',
  launcher_icon: 'Icono del botón',
  launcher_size: 'Tamaño del botón (40–80 px)',
  border_radius: 'Radio de las esquinas (0–32 px)',
  logo_url: {
    label: 'Logotipo',
    hint: 'URL de una imagen cuadrada (https://). Sin ella se muestra la primera letra del título.',
  },
  theme: {
    label: 'Tema',
    hint: 'Automático sigue el ajuste del dispositivo del visitante.',
  },
  show_branding: {
    label: 'Mostrar «Powered by»',
    hint: 'Una línea pequeña al pie del chat.',
  },
  welcome_title: 'Título',
  welcome_message: 'Saludo',
  input_placeholder: 'Texto de ayuda del campo de mensaje',
  offline_message: {
    label: 'Mensaje de ausencia',
    hint: 'Los visitantes pueden dejar un mensaje igualmente.',
  },
  language: {
    label: 'Idioma',
    hint: 'Lo que leen tus visitantes. Automático sigue la página que rodea el chat y después el navegador del visitante.',
    auto: 'Automático',
  },
  translations: {
    text: 'Lo que leen los visitantes en cada idioma. Un campo vacío muestra el texto de arriba; los textos que no has cambiado ya están traducidos.',
  },
  collect_name: {
    label: 'Pedir el nombre',
    hint: 'Tus agentes lo ven en la bandeja de entrada.',
  },
  collect_email: {
    label: 'Pedir el correo electrónico',
    hint: 'Para poder responder cuando el visitante se haya ido.',
  },
  contact_required: {
    label: 'Campos obligatorios',
    hint: 'Desactivado, los visitantes pueden omitirlos.',
  },
  sound_enabled: {
    label: 'Sonido',
    hint: 'Un tono breve cuando responde tu equipo. Los visitantes pueden silenciarlo.',
  },
  merge_contacts: {
    label: 'Guardar los datos de contacto de los mensajes',
    hint: 'Guarda el correo, el teléfono o el nombre que escribe un visitante si aún no los tiene. Desactivado, se pregunta primero a los agentes.',
  },
  ask_rating: {
    label: 'Pedir una valoración',
    hint: 'Los visitantes pueden dar de una a cinco estrellas y un comentario cuando su conversación se resuelve o se cierra.',
  },
  accepts_files: {
    label: 'Los visitantes pueden enviar archivos',
    hint: 'Tus agentes siempre pueden enviar archivos.',
  },
  max_file_megabytes: {
    label: 'Tamaño máximo (1–50 MB)',
  },
  file_types: {
    label: 'Tipos de archivos',
    hint: 'Para visitantes y agentes. Nunca se aceptan programas, páginas web ni imágenes SVG.',
    pictures: 'Imágenes (JPEG, PNG, GIF, WebP)',
    documents: 'Documentos (PDF, Office, texto)',
    media: 'Audio y vídeo (MP3, MP4, WebM)',
    archives: 'Archivos comprimidos (ZIP, 7Z, GZ)',
  },
  mail_replies: {
    label: 'Enviar por correo las respuestas no leídas',
    hint: 'Los visitantes que dejaron su dirección reciben las respuestas que no han leído en unos minutos, con un enlace a la conversación.',
    kept: 'No hay ningún servidor de correo configurado: ver lo que se habría enviado',
    off: 'Todavía no hay ningún servidor de correo configurado, así que no sale ningún correo. Consulta «Mail» en la guía de operación.',
  },
  push_replies: {
    label: 'Enviar las respuestas al navegador de los visitantes',
    hint: 'Los visitantes que han salido de tu sitio reciben una notificación cuando respondes. Se les pregunta después de tu primera respuesta. Tu sitio debe alojar un pequeño archivo: consulta «Instalación».',
    install:
      'Guarda esta línea como {file} en la carpeta raíz de tu sitio. Una Content-Security-Policy necesita {directive}.',
  },
  missed: {
    text: 'Qué ocurre cuando ningún agente responde a tiempo.',
  },
  missed_after_minutes: {
    label: 'Minutos hasta que un chat cuenta como perdido',
    hint: 'Durante el horario de atención. Los visitantes leen entonces que tardaremos más, y les pedimos su correo electrónico si no lo conocemos. Fuera del horario, un chat nuevo cuenta como perdido de inmediato. Déjalo vacío para que ninguno cuente.',
  },
  team_email: {
    label: 'Correo del equipo',
    hint: 'Recibe un correo por cada chat perdido, con lo que escribió el visitante y un enlace a la conversación. Déjalo vacío para no enviar ninguno.',
  },
  follow_up: {
    text: 'Qué ocurre cuando un visitante no responde a tu agente.',
  },
  follow_up_after_hours: {
    label: 'Horas hasta un seguimiento',
    hint: 'Enviamos un seguimiento al visitante que no ha respondido en este tiempo. Los agentes lo ven antes en la conversación y pueden cancelarlo. Déjalo vacío para no enviar ninguno.',
  },
  follow_up_text: {
    label: 'Seguimiento',
    hint: 'Si está vacío, usamos un texto nuestro en el idioma del visitante.',
  },
  resolve_after_hours: {
    label: 'Horas hasta que se resuelve el chat',
    hint: 'Desde el seguimiento o, sin él, desde tu última respuesta. Déjalo vacío para mantenerlo abierto.',
  },
  consent: {
    text: 'Pide a los visitantes que acepten antes de que el chat guarde o envíe nada. Hasta entonces no hace ninguna solicitud ni guarda nada en su navegador.',
  },
  retention_days: {
    label: 'Días',
    hint: 'Eliminamos las conversaciones cuando pasan estos días desde su final, con sus visitantes si no queda nada más de ellos. Las cifras del panel permanecen. Vacío: conservar todo.',
    preview: {
      one: 'Elimina {count} conversación con {messages}, una hora después de guardar.',
      many: 'Elimina {count} conversaciones con {messages}, una hora después de guardar.',
      other: 'Elimina {count} conversaciones con {messages}, una hora después de guardar.',
    },
    messages: {
      one: '{count} mensaje',
      many: '{count} mensajes',
      other: '{count} mensajes',
    },
    none: 'Ninguna conversación terminó hace tanto tiempo.',
  },
  consent_text: {
    label: 'Texto de consentimiento',
    hint: 'Vacío: el chat se abre sin preguntar.',
  },
  consent_link: {
    label: 'Enlace',
    hint: 'URL de tu política de privacidad (https://). Aparece bajo el texto.',
  },
  consent_version: {
    label: 'Versión',
    hint: 'Se guarda con cada conversación. Cámbiala para volver a preguntar a quienes ya aceptaron.',
  },
  track_visitors: {
    label: 'Seguimiento anticipado',
    hint: 'Registra las páginas vistas (URL, título, hora), la dirección IP y el navegador de cada visitante antes de que use el chat, y guarda un identificador en su navegador. Menciónalo en tu política de privacidad; muchos países exigen consentimiento. Desactivado, no se guarda nada hasta que el visitante envía un mensaje.',
  },
  allowed_origins: {
    label: 'Uno por línea',
    hint: 'example.com, https://shop.example.com, o *.example.com para todos los subdominios. Vacío: cualquier sitio web.',
  },
  defaults: {
    welcome_title: '¡Hola!',
    welcome_message: '¿En qué podemos ayudarte hoy?',
    input_placeholder: 'Escribe un mensaje…',
    offline_message: 'Ahora no estamos. Déjanos un mensaje y te responderemos.',
    follow_up: '¿Sigues ahí? Escribe aquí si necesitas algo más.',
  },
  contact_text: 'Lo que preguntamos a los visitantes nuevos antes de su primer mensaje.',
  hours: {
    text: 'Fuera de este horario, los visitantes ven cuándo volverás y pueden dejar un mensaje.',
    enabled: 'Usar horario de atención',
    enabled_hint: 'Desactivado, apareces en línea siempre que haya un agente en línea.',
    timezone: 'Zona horaria',
    midnight:
      'Si el fin es anterior al inicio, el horario pasa de medianoche. Inicio y fin iguales significan todo el día.',
  },
  install: {
    text: 'Pega esta línea en cada página de tu sitio web, justo antes de </body>.',
    code: 'Código para tu sitio web',
    policy: 'Mi sitio web usa una Content Security Policy',
    policy_text: 'Permite este CRM en tu Content-Security-Policy:',
    directives: 'Directivas de la Content-Security-Policy',
  },
  removal: {
    new_key: 'Nueva clave',
    new_key_confirm: 'Crear nueva clave',
    new_key_consequence:
      'El código actual deja de funcionar de inmediato. El chat queda oculto hasta que instales el código nuevo.',
    delete: 'Eliminar widget',
    delete_consequence:
      'El chat se quitará de todos los sitios web de forma permanente. Sus conversaciones siguen en la bandeja de entrada.',
  },
  choices: {
    'bottom-right': 'Abajo a la derecha',
    'bottom-left': 'Abajo a la izquierda',
    'top-right': 'Arriba a la derecha',
    'top-left': 'Arriba a la izquierda',
    'chat': 'Chat',
    'message': 'Mensaje',
    'help': 'Ayuda',
    'smile': 'Sonrisa',
    'auto': 'Automático',
    'light': 'Claro',
    'dark': 'Oscuro',
  },
  colour: {
    pick: '{label}: elegir un color',
    format: 'Un color como #2563eb',
  },
  days: {
    monday: 'Lunes',
    tuesday: 'Martes',
    wednesday: 'Miércoles',
    thursday: 'Jueves',
    friday: 'Viernes',
    saturday: 'Sábado',
    sunday: 'Domingo',
  },
  day: {
    start: '{day}, inicio',
    end: '{day}, fin',
    copy_hint: 'Usar este horario todos los días',
    copy: 'Copiar a todos',
  },
}
