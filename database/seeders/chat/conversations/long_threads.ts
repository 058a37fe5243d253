import { DAY, HOUR, type DemoConversation } from '#database/seeders/chat/script'

const SIZES = ['S', 'M', 'L', 'M', 'XL', 'M', 'L', 'S']
const COLOURS = ['sand', 'green', 'night blue', 'sand', 'brick', 'green']
const EXTRAS = ['a child seat', 'a front basket', 'two panniers', 'no extras', 'a phone mount']
const THANKS = ['Noted.', 'Got it.', 'Done ✔', 'On the list.', 'Perfect.']

/** A hotel goes through its whole rental fleet, bike by bike. */
function hotelFleet() {
  const bikes = Array.from({ length: 32 }, (_, index) => {
    const size = SIZES[index % SIZES.length]
    const colour = COLOURS[index % COLOURS.length]
    const extra = EXTRAS[index % EXTRAS.length]
    return `
      < Bike ${index + 1} of 32: which size and colour?
      > ${size}, ${colour}
      < And what goes on it?
      > ${extra}
      < ${THANKS[index % THANKS.length]} Bike ${index + 1}: ${size}, ${colour}, ${extra}.`
  })
  return `
    > Good morning! As discussed on the phone: 32 rental bikes for the lake hotel. Can we fix the list here?
    < Good morning, Ingrid! Of course, let us go through them one by one.
    # 32 × Ada rental. Price agreed with Alex: 12 % off, delivery in two lots.
    ${bikes.join('')}
    > Phew! That was all of them 😅
    < 32 bikes, all noted. You will have the offer this afternoon.
    ! promote
    ! convert
    > Please mind that the first ten have to be here before Easter.`
}

const CHECKS: [question: string, answer: string][] = [
  ['Is the chain clean and dry?', 'yes, cleaned it yesterday'],
  ['Shift to the smallest cog, please. Is the cable slack?', 'a little, maybe 2 mm'],
  ['Turn the barrel adjuster half a turn to the left.', 'done'],
  ['Pedal and shift one up. Does it go straight away?', 'it hesitates'],
  ['Another quarter turn, same direction.', 'better!'],
  ['Now back down again?', 'falls down fine'],
  ['Look from behind: is the cage straight under the cog?', 'hmm, slightly to the left'],
  ['How much is slightly?', 'about the width of the chain plate'],
  ['Then the hanger may be bent. Did the bike fall over?', 'last week, on the right side 🙈'],
  ['That explains it. Can you send us a photo?', 'sent to your email'],
]
const TURNS = [
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
]
const EASY: [question: string, answer: string][] = [
  ['Is there still some air between the guide wheel and the cog?', 'yes, about a finger nail'],
  ['Does it stay quiet when you pedal backwards?', 'quiet'],
  ['And the limit screws, did you touch those?', 'no, never'],
]

/** A mechanic talks a visitor through setting up gears, cog by cog. */
function gearsByChat() {
  const talk = ([question, answer]: [string, string]) => `
    < ${question}
    > ${answer}`
  const cogs = TURNS.map((cog) => {
    const rounds: [string, string][] = [
      [`Shift to the ${cog} cog. Does it rattle?`, 'a bit'],
      ['An eighth of a turn to the right, then?', 'still there'],
      ['And another eighth?', 'gone 👍'],
      [`And from the ${cog} one down and up again?`, 'clean both ways'],
      ['Stand up and push a little harder, does it skip?', 'no, holds'],
      ['Good. Next one?', 'ready'],
    ]
    return rounds.map(talk).join('')
  })
  return `
    > hey, my gears jump since the weekend. can you help me over chat? i live far from any shop
    < Sure! Take a 2 mm hex key and a bit of patience, we will get there.
    ${CHECKS.map(talk).join('')}
    # Hanger bent about 3 mm. Can be ridden when set up carefully; new hanger is in stock (H-17).
    < It is bent, but not by much. We can set it up around that until a new one arrives.
    > ok let's do it
    ${EASY.map(talk).join('')}
    ${cogs.join('')}
    < Then you are done! Ride carefully and do not use the largest cog until the new hanger is on.
    > you are heroes. ordering the hanger now
    ! resolve
    ! rate 5 An hour of patience over chat. Unbelievable.`
}

/** Two threads that are long enough to be scrolled. */
export const LONG_THREADS: DemoConversation[] = [
  {
    name: 'Ingrid Solberg',
    email: 'ingrid.solberg@lakehotel.example',
    phone: '+47 00 00 00 00',
    country: 'NO',
    device: 'windows',
    pages: ['/business For companies', '/business/rental Rental fleets'],
    last: 38,
    agent: 'agent',
    priority: 'high',
    isUnread: true,
    script: hotelFleet(),
  },
  {
    name: 'Rhys Morgan',
    email: 'rhys.morgan@example.co.uk',
    country: 'GB',
    device: 'android',
    pages: ['/guides/gears Gears explained', '/contact Contact'],
    last: 2 * DAY + HOUR,
    agent: 'agent2',
    script: gearsByChat(),
  },
]
