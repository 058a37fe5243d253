import type { reference as english } from '../en/reference.js'
import type { Translation } from '../translation.js'

export const reference: Translation<typeof english> = {
  title: 'API du chat',
  document: 'Document OpenAPI',
  contents: 'Sommaire',
  types: 'Types',
  fields: 'Champs',
  access: {
    title: 'Authentification',
    token:
      'Authentifiez-vous avec le jeton d’accès d’un utilisateur du CRM. Les requêtes ont les droits du jeton, dans la limite de ceux de l’utilisateur. Créez un jeton sous Paramètres > Jetons API, ou avec {command}.',
    session:
      'Les pages du CRM peuvent utiliser leur session, avec le jeton CSRF pour les requêtes d’écriture.',
  },
  required: 'obligatoire',
  permission: 'Autorisation requise :',
  visitor: 'Nécessite le jeton d’un visiteur dans {header}.',
  open: 'Aucune authentification requise.',
  responses: 'Réponses',
  example: 'Exemple',
  query: 'Requête',
  body: 'Corps',
}
