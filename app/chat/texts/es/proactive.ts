import type { proactive as english } from '../en/proactive.js'
import type { Translation } from '../translation.js'

export const proactive: Translation<typeof english> = {
  title: 'Mensajes proactivos',
  lead: 'Empieza tú la conversación: un mensaje aparece junto al botón del chat cuando se cumplen sus condiciones. Cada visitante lo ve una vez, y no se registra nada sobre él hasta que responde.',
  new: 'Nuevo mensaje',
  new_title: 'Nuevo mensaje proactivo',
  empty: {
    title: 'Aún no hay mensajes proactivos',
    text: 'Ofrece ayuda donde los visitantes dudan, p. ej. tras 30 segundos en tu página de precios.',
    add: 'Crear tu primer mensaje',
  },
  list: {
    name: 'Nombre',
    when: 'Se muestra',
    status: 'Estado',
    shown: 'Mostrados',
    dismissed: 'Descartados',
    answered: 'Respondidos',
    period:
      'Cifras de los últimos 30 días. Los mensajes se prueban de arriba abajo; se muestra uno por página.',
  },
  when: {
    always: 'al abrir una página',
    page: 'en {pattern}',
    seconds: {
      one: 'tras {count} segundo',
      many: 'tras {count} segundos',
      other: 'tras {count} segundos',
    },
    scrolled: 'desplazado un {percent} %',
    idle: {
      one: '{count} segundo sin actividad',
      many: '{count} segundos sin actividad',
      other: '{count} segundos sin actividad',
    },
    exit: 'a punto de irse',
    visits: {
      one: 'desde la visita {count}',
      many: 'desde la visita {count}',
      other: 'desde la visita {count}',
    },
    trigger: 'activado por «{name}»',
    language: 'páginas en {language}',
  },
  sections: {
    message: 'Mensaje',
    when: 'Condiciones',
    removal: 'Zona de peligro',
  },
  when_text:
    'Deben cumplirse todas las condiciones que rellenes. Deja un campo vacío para ignorarlo. Sin condiciones, el mensaje aparece en todas las páginas.',
  name: {
    label: 'Nombre',
    hint: 'Interno. Los visitantes no lo ven.',
  },
  is_active: {
    label: 'Activo',
    hint: 'Inactivo, los visitantes no ven este mensaje.',
  },
  message: {
    label: 'Mensaje',
    hint: 'Hasta 1000 caracteres. Las primeras líneas aparecen junto al botón del chat.',
  },
  sender_name: {
    label: 'Remitente',
    hint: 'El nombre sobre el mensaje. Vacío: el título del widget.',
  },
  language: {
    label: 'Idioma de la página',
    hint: 'Un código de idioma como de o pt-BR. Crea un mensaje por idioma.',
  },
  page_pattern: {
    label: 'Dirección de la página',
    hint: 'Una ruta como /precios o /tienda/*, o una dirección completa. * vale por cualquier cosa.',
  },
  seconds_on_page: {
    label: 'Segundos en la página',
    hint: 'Tiempo en que la página es visible.',
  },
  scroll_percent: {
    label: 'Desplazamiento (%)',
    hint: 'Hasta dónde ha bajado el visitante en la página.',
  },
  idle_seconds: {
    label: 'Segundos sin actividad',
    hint: 'Tiempo sin puntero, teclado ni desplazamiento.',
  },
  min_visits: {
    label: 'Número de visitas',
    hint: 'Desde esta visita, p. ej. 2 para visitantes que vuelven. Guarda un contador de visitas en su navegador.',
  },
  trigger_name: {
    label: 'Activador',
    hint: "Un nombre al que llama tu sitio web: CrmChat('trigger', 'name').",
  },
  exit_intent: {
    label: 'A punto de irse',
    hint: 'El puntero sale de la página por arriba. No ocurre en pantallas táctiles.',
  },
  delay_seconds: {
    label: 'Retardo (segundos)',
    hint: 'Esperar este tiempo cuando se cumplen las condiciones.',
  },
  invalid: {
    language: 'Introduce un código de idioma como de o pt-BR',
    page_pattern: 'Empieza por /, https:// o *, sin espacios. Usa * como máximo 5 veces.',
    trigger_name: 'Usa letras, dígitos, puntos, guiones y guiones bajos',
  },
  preview: 'Vista previa',
  create: 'Crear mensaje',
  delete: 'Eliminar mensaje',
  delete_consequence:
    'Los visitantes dejarán de verlo y sus cifras se eliminan. Las conversaciones siguen en la bandeja de entrada.',
  flash: {
    saved: '{name} guardado.',
    deleted: '{name} eliminado.',
  },
}
