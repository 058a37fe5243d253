import type { setup as english } from '../en/setup.js'
import type { Translation } from '../translation.js'

export const setup: Translation<typeof english> = {
  title: 'Configurer le chat',
  lead: 'Votre premier visiteur en quelques minutes. Vous pouvez vous arrêter à tout moment et reprendre plus tard.',
  enabled: {
    title: 'Le chat est activé',
    text: 'Votre équipe le trouve sous Chat dans la barre latérale.',
  },
  widget: {
    made: 'Votre widget',
    title: 'Créer un widget',
    change: 'Modifier son apparence, ses textes et ses horaires',
    inactive: 'Ce widget est inactif : il est masqué sur tous les sites. Activez-le sous {link}.',
    name: 'Nom',
    name_hint: 'Interne. Vous pourrez modifier l’apparence plus tard.',
    first_name: 'Site web',
  },
  website: {
    title: 'L’ajouter à votre site',
    allowed: 'Autorisé sur :',
    change: 'Modifier',
    address: 'Adresse du site',
    address_hint: 'Collez-la depuis votre navigateur. Le chat n’apparaîtra que sur ce site.',
    allow: 'Autoriser ce site',
    line: 'Collez cette ligne dans chaque page, juste avant {tag} :',
  },
  trial: {
    title: 'L’essayer comme un visiteur',
    text: 'Ouvrez le chat sur un aperçu de votre site, envoyez un message et regardez-le arriver dans la boîte de réception.',
    open: 'Ouvrir la page de test',
    inbox: 'Ouvrir la boîte de réception',
  },
  visit: {
    title: 'Première visite',
    hint: 'Une fois le code en place, ouvrez votre site dans un autre onglet. Cette étape passera au vert d’elle-même.',
    refresh: 'Actualiser',
    refused:
      'Nous avons vu une visite de {website}, qui n’est pas dans votre liste. Si c’est votre site, autorisez-le.',
    inbox: 'Aller à la boîte de réception',
    agents: 'Ajouter des agents',
    waiting: 'En attente de la première visite…',
    from: 'Première visite reçue de {origin}.',
    came: 'Première visite reçue.',
  },
  try: {
    title: 'Page de test : {name}',
    back: 'Configuration',
    heading: 'Vous êtes le visiteur',
    looks: 'Aspect de la page',
    website: 'Votre site',
    plain: 'Page vide',
    inactive: 'Ce widget est inactif : aucun chat n’apparaît ici. Activez-le sous {link}.',
    elsewhere: 'Le chat fonctionne à l’adresse propre du CRM.',
    elsewhere_link: 'Ouvrir cette page là-bas',
    blocked:
      'La page reste vide ? Certains sites ne peuvent pas être intégrés. Utilisez alors la page vide.',
  },
}
