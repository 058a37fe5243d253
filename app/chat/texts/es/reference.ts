import type { reference as english } from '../en/reference.js'
import type { Translation } from '../translation.js'

export const reference: Translation<typeof english> = {
  title: 'API del chat',
  document: 'Documento OpenAPI',
  contents: 'Contenido',
  types: 'Tipos',
  fields: 'Campos',
  access: {
    title: 'Autenticación',
    token:
      'Autentícate con el token de acceso de un usuario del CRM. Las solicitudes tienen los permisos del token, limitados a los del usuario. Crea un token en Ajustes > Tokens de API, o con {command}.',
    session:
      'Las páginas del CRM pueden usar su sesión, con el token CSRF en las solicitudes de escritura.',
  },
  required: 'obligatorio',
  permission: 'Requiere el permiso:',
  visitor: 'Requiere el token de un visitante en {header}.',
  open: 'No requiere autenticación.',
  responses: 'Respuestas',
  example: 'Ejemplo',
  query: 'Consulta',
  body: 'Cuerpo',
}
