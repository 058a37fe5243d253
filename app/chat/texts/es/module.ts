import type { module as english } from '../en/module.js'
import type { Translation } from '../translation.js'

export const module: Translation<typeof english> = {
  name: 'Chat en vivo',
  category: 'Canales',
  description:
    'Un widget de chat para tus sitios web y una bandeja de entrada compartida para tu equipo. Los visitantes se convierten en personas, las conversaciones en leads.',
  chat: 'Chat',
  anonymous: 'Visitante {id}',
  disabling: {
    conversations: {
      one: 'Se detiene {count} conversación abierta. Ninguna de las partes podrá escribir.',
      many: 'Se detienen {count} conversaciones abiertas. Ninguna de las partes podrá escribir.',
      other: 'Se detienen {count} conversaciones abiertas. Ninguna de las partes podrá escribir.',
    },
    widgets: {
      one: '{count} widget desaparece de su sitio web.',
      many: '{count} widgets desaparecen de sus sitios web.',
      other: '{count} widgets desaparecen de sus sitios web.',
    },
    agents: 'Los agentes se desconectan de la bandeja de entrada.',
  },
  record: {
    title: 'Conversaciones',
    team: 'Equipo:',
    more: 'Las conversaciones anteriores están en la bandeja de entrada.',
  },
  back: 'Volver a la bandeja de entrada',
}
