import type { setup as english } from '../en/setup.js'
import type { Translation } from '../translation.js'

export const setup: Translation<typeof english> = {
  title: 'Configurar el chat',
  lead: 'Tu primer visitante en unos minutos. Puedes dejarlo en cualquier momento y seguir más tarde.',
  enabled: {
    title: 'El chat está activado',
    text: 'Tu equipo lo encuentra en Chat, en la barra lateral.',
  },
  widget: {
    made: 'Tu widget',
    title: 'Crear un widget',
    change: 'Cambiar su aspecto, sus textos y su horario',
    inactive: 'Este widget está inactivo y oculto en todos los sitios web. Actívalo en {link}.',
    name: 'Nombre',
    name_hint: 'Interno. Podrás cambiar el aspecto más tarde.',
    first_name: 'Sitio web',
  },
  website: {
    title: 'Añadirlo a tu sitio web',
    allowed: 'Permitido en:',
    change: 'Cambiar',
    address: 'Dirección del sitio web',
    address_hint: 'Pégala desde tu navegador. El chat solo aparecerá en este sitio web.',
    allow: 'Permitir este sitio web',
    line: 'Pega esta línea en cada página, justo antes de {tag}:',
  },
  trial: {
    title: 'Probarlo como visitante',
    text: 'Abre el chat en una vista previa de tu sitio web, envía un mensaje y mira cómo llega a la bandeja de entrada.',
    open: 'Abrir la página de prueba',
    inbox: 'Abrir la bandeja de entrada',
  },
  visit: {
    title: 'Primera visita',
    hint: 'Cuando el código esté puesto, abre tu sitio web en otra pestaña. Este paso se pondrá en verde automáticamente.',
    refresh: 'Actualizar',
    refused: 'Hemos visto una visita de {website}, que no está en tu lista. Si es tuyo, permítelo.',
    inbox: 'Ir a la bandeja de entrada',
    agents: 'Añadir agentes',
    waiting: 'Esperando la primera visita…',
    from: 'Primera visita recibida de {origin}.',
    came: 'Primera visita recibida.',
  },
  try: {
    title: 'Página de prueba: {name}',
    back: 'Configuración',
    heading: 'Eres el visitante',
    looks: 'Aspecto de la página',
    website: 'Tu sitio web',
    plain: 'Página vacía',
    inactive: 'Este widget está inactivo, así que aquí no aparece ningún chat. Actívalo en {link}.',
    elsewhere: 'El chat funciona en la dirección propia del CRM.',
    elsewhere_link: 'Abrir esta página allí',
    blocked:
      '¿La página sigue vacía? Algunos sitios web no se pueden incrustar. Usa entonces la página vacía.',
  },
}
