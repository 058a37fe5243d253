import type { identity as english } from '../en/identity.js'
import type { Translation } from '../translation.js'

export const identity: Translation<typeof english> = {
  title: 'Visiteurs vérifiés',
  lead: 'Laissez votre site confirmer qui sont ses visiteurs connectés. Ils retrouvent leur conversation sur chaque appareil, et les agents voient quels messages sont vérifiés.',
  open: 'Configurer les visiteurs vérifiés',
  section: 'Sans cela, ce que les visiteurs disent d’eux-mêmes reste non vérifié.',
  new_secret: {
    title: 'Votre nouveau secret',
    text: 'Conservez-le avec les secrets de votre serveur. Il n’est affiché qu’une fois.',
    label: 'Secret',
  },
  keys: {
    title: 'Clés',
    text: 'Deux clés du même type peuvent être actives en même temps, pour que vous puissiez changer votre serveur avant de retirer l’ancienne.',
    none: 'Pas encore de clés. Créez d’abord un secret.',
    created: 'Créée',
    create: 'Créer un secret',
    remove: 'Retirer',
    remove_confirm: 'Retirer la clé',
    remove_consequence: 'Les jetons d’identité signés avec cette clé sont désormais refusés.',
  },
  kinds: {
    secret: 'Secret',
    public_key: 'Clé publique',
    key_set: 'Jeu de clés',
  },
  use: {
    title: 'Sur votre serveur',
    text: 'Pour un visiteur connecté, signez un jeton avec le secret. Ne mettez jamais le secret dans vos pages.',
    snippet: 'Comment signer un jeton en {language}',
    page: 'Sur votre page',
    page_text:
      'Transmettez le jeton après le code du chat, sur chaque page. Quand le visiteur se déconnecte, appelez {reset}.',
    call: 'Comment transmettre le jeton',
    claims:
      '{sub} est votre ID du visiteur, {aud} la clé de ce widget, {exp} est au plus dans 24 heures. {name}, {email}, {phone} et {attributes} sont facultatifs.',
  },
  add: {
    title: 'Clés publiques',
    text: 'Pour garder la clé de signature chez vous, signez avec RS256 ou ES256 et donnez-nous la clé publique.',
    public_key: 'Clé publique',
    public_key_hint: 'Au format PEM : RSA d’au moins 2048 bits, ou EC avec la courbe P-256.',
    key_set: 'Adresse du jeu de clés',
    key_set_hint:
      'Au lieu d’une clé, l’adresse https de votre JWKS, par exemple https://example.com/.well-known/jwks.json.',
    missing: 'Collez une clé publique ou saisissez l’adresse d’un jeu de clés',
    submit: 'Ajouter la clé',
  },
  flash: {
    secret: 'Secret créé. Copiez-le maintenant. Vous ne le reverrez plus.',
    added: 'Clé ajoutée.',
    removed: 'Clé retirée.',
  },
}
