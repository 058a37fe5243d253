import type { fields as english } from '../en/fields.js'
import type { Translation } from '../translation.js'

export const fields: Translation<typeof english> = {
  sections: {
    basics: 'Général',
    appearance: 'Apparence',
    texts: 'Textes',
    translations: 'Textes dans d’autres langues',
    contact: 'Avant le premier message',
    missed: 'Chats manqués',
    follow_up: 'Relances',
    consent: 'Consentement',
    retention: 'Conservation des conversations',
    behaviour: 'Comportement',
    files: 'Fichiers',
    hours: 'Horaires d’ouverture',
    websites: 'Sites autorisés',
    install: 'Installation',
    removal: 'Zone de danger',
  },
  name: {
    label: 'Nom',
    hint: 'Interne. Les visiteurs ne le voient pas.',
  },
  is_active: {
    label: 'Actif',
    hint: 'Inactif, le widget est masqué sur tous les sites, même là où son code est installé.',
  },
  primary_color: 'Couleur principale',
  text_color: 'Couleur du texte',
  position: 'Position',
  launcher_icon: 'Icône du bouton',
  launcher_size: 'Taille du bouton (40–80 px)',
  border_radius: 'Rayon des angles (0–32 px)',
  logo_url: {
    label: 'Logo',
    hint: 'URL d’une image carrée (https://). Sans image, la première lettre du titre s’affiche.',
  },
  theme: {
    label: 'Thème',
    hint: 'Auto suit le réglage de l’appareil du visiteur.',
  },
  show_branding: {
    label: 'Afficher « Powered by »',
    hint: 'Une petite ligne en bas du chat.',
  },
  welcome_title: 'Titre',
  welcome_message: 'Message d’accueil',
  input_placeholder: 'Texte indicatif du champ de message',
  offline_message: {
    label: 'Message d’absence',
    hint: 'Les visiteurs peuvent quand même laisser un message.',
  },
  language: {
    label: 'Langue',
    hint: 'Ce que lisent vos visiteurs. Automatique suit la page autour du chat, puis le navigateur du visiteur.',
    auto: 'Automatique',
  },
  translations: {
    text: 'Ce que lisent les visiteurs dans chaque langue. Un champ vide affiche le texte ci-dessus ; les textes que vous n’avez pas modifiés sont déjà traduits.',
  },
  collect_name: {
    label: 'Demander le nom',
    hint: 'Affiché à vos agents dans la boîte de réception.',
  },
  collect_email: {
    label: 'Demander l’adresse e-mail',
    hint: 'Pour pouvoir répondre après le départ du visiteur.',
  },
  contact_required: {
    label: 'Champs obligatoires',
    hint: 'Désactivé, les visiteurs peuvent les passer.',
  },
  sound_enabled: {
    label: 'Son',
    hint: 'Un son bref quand votre équipe répond. Les visiteurs peuvent le couper.',
  },
  merge_contacts: {
    label: 'Enregistrer les coordonnées des messages',
    hint: 'Enregistre l’adresse e-mail, le numéro de téléphone ou le nom qu’un visiteur écrit, si vous n’en avez pas encore. Désactivé, les agents sont d’abord consultés.',
  },
  ask_rating: {
    label: 'Demander une évaluation',
    hint: 'Les visiteurs peuvent donner une à cinq étoiles et un commentaire quand leur conversation est résolue ou fermée.',
  },
  accepts_files: {
    label: 'Les visiteurs peuvent envoyer des fichiers',
    hint: 'Vos agents peuvent toujours envoyer des fichiers.',
  },
  max_file_megabytes: {
    label: 'Taille maximale (1–50 Mo)',
  },
  file_types: {
    label: 'Types de fichiers',
    hint: 'Pour les visiteurs et les agents. Les programmes, les pages web et les images SVG ne sont jamais acceptés.',
    pictures: 'Images (JPEG, PNG, GIF, WebP)',
    documents: 'Documents (PDF, Office, texte)',
    media: 'Audio et vidéo (MP3, MP4, WebM)',
    archives: 'Archives compressées (ZIP, 7Z, GZ)',
  },
  mail_replies: {
    label: 'Envoyer les réponses non lues par e-mail',
    hint: 'Les visiteurs qui ont laissé leur adresse reçoivent les réponses qu’ils n’ont pas lues en quelques minutes, avec un lien vers la conversation.',
    kept: 'Aucun serveur de messagerie n’est configuré : voir ce qui aurait été envoyé',
    off: 'Aucun serveur de messagerie n’est encore configuré : aucun e-mail ne part. Voir « Mail » dans le guide d’exploitation.',
  },
  push_replies: {
    label: 'Envoyer les réponses au navigateur des visiteurs',
    hint: 'Les visiteurs qui ont quitté votre site reçoivent une notification quand vous répondez. La question leur est posée après votre première réponse. Votre site doit héberger un petit fichier : voir « Installation ».',
    install:
      'Enregistrez cette ligne sous {file} à la racine de votre site. Une Content-Security-Policy doit contenir {directive}.',
  },
  missed: {
    text: 'Ce qui se passe quand aucun agent ne répond à temps.',
  },
  missed_after_minutes: {
    label: 'Minutes avant qu’un chat soit considéré comme manqué',
    hint: 'Pendant les heures d’ouverture. Les visiteurs lisent alors que la réponse prend plus de temps, et nous demandons leur adresse e-mail si nous ne la connaissons pas. En dehors des heures d’ouverture, un nouveau chat est manqué immédiatement. Laissez vide pour ne jamais en considérer un comme manqué.',
  },
  team_email: {
    label: 'E-mail de l’équipe',
    hint: 'Reçoit un e-mail par chat manqué, avec ce que le visiteur a écrit et un lien vers la conversation. Laissez vide pour n’en envoyer aucun.',
  },
  follow_up: {
    text: 'Ce qui se passe quand un visiteur ne répond pas à votre agent.',
  },
  follow_up_after_hours: {
    label: 'Heures avant une relance',
    hint: 'Nous envoyons une relance au visiteur qui n’a pas répondu pendant ce temps. Les agents la voient avant dans la conversation et peuvent l’annuler. Laissez vide pour n’en envoyer aucune.',
  },
  follow_up_text: {
    label: 'Relance',
    hint: 'Si ce champ est vide, nous utilisons notre propre texte dans la langue du visiteur.',
  },
  resolve_after_hours: {
    label: 'Heures avant que le chat soit résolu',
    hint: 'À compter de la relance ou, sans relance, de votre dernière réponse. Laissez vide pour le laisser ouvert.',
  },
  consent: {
    text: 'Demandez l’accord des visiteurs avant que le chat n’enregistre ou n’envoie quoi que ce soit. D’ici là, il n’effectue aucune requête et n’enregistre rien dans leur navigateur.',
  },
  retention_days: {
    label: 'Jours',
    hint: 'Nous supprimons les conversations ce nombre de jours après leur fin, avec leurs visiteurs s’il n’en reste rien d’autre. Les chiffres du tableau de bord restent. Vide : tout conserver.',
    preview: {
      one: 'Supprime {count} conversation avec {messages}, une heure après l’enregistrement.',
      many: 'Supprime {count} conversations avec {messages}, une heure après l’enregistrement.',
      other: 'Supprime {count} conversations avec {messages}, une heure après l’enregistrement.',
    },
    messages: {
      one: '{count} message',
      many: '{count} messages',
      other: '{count} messages',
    },
    none: 'Aucune conversation ne s’est terminée il y a si longtemps.',
  },
  consent_text: {
    label: 'Texte de consentement',
    hint: 'Vide : le chat s’ouvre sans rien demander.',
  },
  consent_link: {
    label: 'Lien',
    hint: 'URL de votre politique de confidentialité (https://). Affiché sous le texte.',
  },
  consent_version: {
    label: 'Version',
    hint: 'Enregistrée avec chaque conversation. Changez-la pour redemander aux visiteurs qui ont déjà accepté.',
  },
  track_visitors: {
    label: 'Suivi anticipé',
    hint: 'Enregistre les pages vues (URL, titre, heure), l’adresse IP et le navigateur de chaque visiteur avant qu’il n’utilise le chat, et place un identifiant dans son navigateur. Mentionnez-le dans votre politique de confidentialité ; de nombreux pays exigent un consentement. Désactivé, rien n’est enregistré avant le premier message.',
  },
  allowed_origins: {
    label: 'Un par ligne',
    hint: 'example.com, https://shop.example.com, ou *.example.com pour tous les sous-domaines. Vide : tous les sites.',
  },
  defaults: {
    welcome_title: 'Bonjour !',
    welcome_message: 'Comment pouvons-nous vous aider aujourd’hui ?',
    input_placeholder: 'Écrivez un message…',
    offline_message:
      'Nous sommes absents pour le moment. Laissez un message et nous vous recontacterons.',
    follow_up: 'Êtes-vous toujours là ? Écrivez ici si vous avez besoin d’autre chose.',
  },
  contact_text: 'Ce que nous demandons aux nouveaux visiteurs avant leur premier message.',
  hours: {
    text: 'En dehors de ces horaires, les visiteurs voient quand vous serez de retour et peuvent laisser un message.',
    enabled: 'Utiliser des horaires d’ouverture',
    enabled_hint: 'Désactivé, vous apparaissez en ligne dès qu’un agent est en ligne.',
    timezone: 'Fuseau horaire',
    midnight:
      'Si la fin précède le début, les horaires passent minuit. Début et fin identiques : toute la journée.',
  },
  install: {
    text: 'Collez cette ligne dans chaque page de votre site, juste avant </body>.',
    code: 'Code pour votre site',
    policy: 'Mon site utilise une Content Security Policy',
    policy_text: 'Autorisez ce CRM dans votre Content-Security-Policy :',
    directives: 'Directives de la Content-Security-Policy',
  },
  removal: {
    new_key: 'Nouvelle clé',
    new_key_confirm: 'Créer une nouvelle clé',
    new_key_consequence:
      'Le code actuel cesse immédiatement de fonctionner. Le chat reste masqué jusqu’à l’installation du nouveau code.',
    delete: 'Supprimer le widget',
    delete_consequence:
      'Le chat sera retiré définitivement de tous les sites. Ses conversations restent dans la boîte de réception.',
  },
  choices: {
    'bottom-right': 'En bas à droite',
    'bottom-left': 'En bas à gauche',
    'top-right': 'En haut à droite',
    'top-left': 'En haut à gauche',
    'chat': 'Chat',
    'message': 'Message',
    'help': 'Aide',
    'smile': 'Sourire',
    'auto': 'Auto',
    'light': 'Clair',
    'dark': 'Sombre',
  },
  colour: {
    pick: '{label} : choisir une couleur',
    format: 'Une couleur comme #2563eb',
  },
  days: {
    monday: 'Lundi',
    tuesday: 'Mardi',
    wednesday: 'Mercredi',
    thursday: 'Jeudi',
    friday: 'Vendredi',
    saturday: 'Samedi',
    sunday: 'Dimanche',
  },
  day: {
    start: '{day}, début',
    end: '{day}, fin',
    copy_hint: 'Utiliser ces horaires pour tous les jours',
    copy: 'Copier partout',
  },
}
