import { DAY, HOUR, type DemoConversation } from '#database/seeders/chat/script'

/** Visitors who write French or Spanish. */
export const FRENCH_AND_SPANISH: DemoConversation[] = [
  {
    name: 'Élodie Marchand',
    email: 'elodie.marchand@example.fr',
    country: 'FR',
    device: 'iphone',
    referrer: 'https://recherche.example/',
    pages: ['/fr Velo Atelier', '/fr/velos/ville Vélos de ville', '/fr/velos/ville/ada Ada'],
    last: 8 * DAY + 7 * HOUR,
    agent: 'agent',
    script: `
      > Bonjour, livrez-vous l’Ada déjà montée ?
      < Bonjour Élodie ! Oui, à 95 % : il reste à tourner le guidon et à visser les pédales. Les outils sont dans le carton.
      > Parfait, même moi je devrais y arriver 😄
      < J’en suis sûre ! Et sinon, une vidéo de trois minutes montre tout.
      ! resolve
      ! rate 5 Très aimable
    `,
  },
  {
    name: 'Antoine Lefèvre',
    email: 'a.lefevre@example.fr',
    country: 'FR',
    device: 'windows',
    pages: ['/fr/compte/commandes/24388 Commande 24388'],
    last: 4 * DAY + 6 * HOUR,
    agent: 'agent2',
    script: `
      > Ma commande 24388 est bloquée « en préparation » depuis mardi
      < Bonjour Antoine, il nous manque le porte-bagages. Il arrive demain, le colis part le jour même.
      > D’accord. Pouvez-vous me prévenir quand c’est parti ?
      < Bien sûr, vous recevrez le numéro de suivi par email.
      # Lui écrire demain, même si le porte-bagages a encore du retard.
      ! label Delivery
      ! resolve
      ! rate 4
    `,
  },
  {
    country: 'BE',
    device: 'android',
    pages: ['/fr/velos/cargo Vélos cargo'],
    last: DAY + 2 * HOUR,
    agent: 'agent2',
    isUnseen: true,
    script: `
      > Bonsoir, combien d’enfants peut-on mettre dans l’Atlas Long ?
      < Bonsoir ! Trois : deux assis à l’arrière et un petit à l’avant, 80 kg en tout.
      < Vous pouvez l’essayer à Bruxelles, chez notre partenaire. Souhaitez-vous un rendez-vous ?
    `,
  },
  {
    name: 'Mathilde',
    email: 'mathilde.v@example.ch',
    country: 'CH',
    device: 'mac',
    pages: ['/fr/atelier Atelier'],
    last: 7 * HOUR,
    agent: 'admin',
    script: `
      > Bonjour, est-ce que vous avez encore des bons cadeaux ? 🎁
      < Bonjour Mathilde, oui, de 20 à 500 francs, par email ou sur une jolie carte.
      > La carte s’il vous plaît, 100 francs
      < Elle part aujourd’hui. Le lien de paiement est dans votre boîte.
      > Merci beaucoup !
      ! label Workshop
      ! resolve
      ! rate 5
    `,
  },
  {
    name: 'Javier Ortega Núñez',
    email: 'javier.ortega@example.es',
    country: 'ES',
    device: 'android',
    pages: ['/es/piezas/frenos Frenos', '/es/piezas/frenos/pastillas Pastillas de freno'],
    last: 7 * DAY + 6 * HOUR,
    agent: 'agent2',
    script: `
      > Buenas, ¿las pastillas sinterizadas valen para discos normales?
      < ¡Hola, Javier! Solo si en el disco no pone «resin only». ¿Lo puedes mirar?
      > Pone «resin only» 😅
      < Entonces mejor las orgánicas: frenan igual y no gastan el disco.
      > Gracias, me habéis ahorrado un disgusto
      ! resolve
      ! rate 5 De diez
    `,
  },
  {
    name: 'Camila Rojas',
    email: 'camila.rojas@example.cl',
    country: 'CL',
    device: 'iphone',
    pages: ['/es/envios Envíos'],
    last: 5 * DAY + 2 * HOUR,
    agent: 'agent',
    script: `
      > Hola! Envían a Chile?
      < ¡Hola, Camila! De momento solo dentro de Europa y a EE. UU. y Canadá. Lo siento mucho.
      > Ay qué pena 😢 ojalá pronto
      ! close
      ! rate 3
    `,
  },
  {
    name: 'Iñaki Etxeberria',
    country: 'ES',
    device: 'linux',
    pages: ['/es/guias/transpirenaica Guía de la Transpirenaica'],
    last: 3 * DAY + 90,
    agent: 'agent2',
    script: `
      > ¡Kaixo! ¿Qué desarrollo recomendáis para la Transpirenaica con alforjas?
      < ¡Kaixo, Iñaki! Un plato de 30 con un casete 11-46. Con 15 kg de equipaje lo vas a agradecer.
      > Eso pensaba. ¿Lo montáis vosotros en mi bici?
      < Claro, en un par de horas. ¿Te viene bien el jueves?
      > El jueves, perfecto 💪
      ! resolve
    `,
  },
]
