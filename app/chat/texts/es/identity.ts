import type { identity as english } from '../en/identity.js'
import type { Translation } from '../translation.js'

export const identity: Translation<typeof english> = {
  title: 'Visitantes verificados',
  lead: 'Deja que tu sitio confirme quiénes son sus visitantes registrados. Conservan su conversación en cada dispositivo y los agentes ven qué mensajes están verificados.',
  open: 'Configurar visitantes verificados',
  section: 'Sin esto, lo que los visitantes dicen de sí mismos queda sin verificar.',
  new_secret: {
    title: 'Tu nuevo secreto',
    text: 'Guárdalo con los secretos de tu servidor. Solo se muestra una vez.',
    label: 'Secreto',
  },
  keys: {
    title: 'Claves',
    text: 'Puede haber dos claves activas de cada tipo, para que cambies tu servidor antes de quitar la anterior.',
    none: 'Todavía no hay claves. Crea primero un secreto.',
    created: 'Creada',
    create: 'Crear un secreto',
    remove: 'Quitar',
    remove_confirm: 'Quitar clave',
    remove_consequence:
      'A partir de ahora se rechazan los tokens de identidad firmados con esta clave.',
  },
  kinds: {
    secret: 'Secreto',
    public_key: 'Clave pública',
    key_set: 'Conjunto de claves',
  },
  use: {
    title: 'En tu servidor',
    text: 'Para un visitante registrado, firma un token con el secreto. No pongas el secreto en tus páginas.',
    snippet: 'Cómo firmar un token en {language}',
    page: 'En tu página',
    page_text:
      'Entrega el token después del código del chat, en cada página. Cuando el visitante cierre la sesión, llama a {reset}.',
    call: 'Cómo entregar el token',
    claims:
      '{sub} es tu ID del visitante, {aud} la clave de este widget y {exp} llega a 24 horas como máximo. {name}, {email}, {phone} y {attributes} son opcionales.',
  },
  add: {
    title: 'Claves públicas',
    text: 'Para que la clave de firma se quede contigo, firma con RS256 o ES256 y danos la clave pública.',
    public_key: 'Clave pública',
    public_key_hint: 'En formato PEM: RSA de al menos 2048 bits o EC con la curva P-256.',
    key_set: 'Dirección del conjunto de claves',
    key_set_hint:
      'En lugar de una clave, la dirección https de tu JWKS, por ejemplo https://example.com/.well-known/jwks.json.',
    missing: 'Pega una clave pública o escribe la dirección de un conjunto de claves',
    submit: 'Añadir clave',
  },
  flash: {
    secret: 'Secreto creado. Cópialo ahora. No lo volverás a ver.',
    added: 'Clave añadida.',
    removed: 'Clave quitada.',
  },
}
