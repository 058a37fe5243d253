/** What people write before their name, in the languages of the chat. */
const INTRODUCTIONS = [
  'my name is',
  'my name’s',
  'mein name ist',
  'ich heiße',
  'ich heisse',
  'je m’appelle',
  'mon nom est',
  'me llamo',
  'mi nombre es',
  'mi chiamo',
  'il mio nome è',
  'meu nome é',
  'me chamo',
  'mijn naam is',
  'ik heet',
  'nazywam się',
  'mam na imię',
  'benim adım',
]

/** What stands above a name at the end of a message. */
const CLOSINGS = [
  'best regards',
  'kind regards',
  'best wishes',
  'regards',
  'mit freundlichen grüßen',
  'viele grüße',
  'freundliche grüße',
  'cordialement',
  'bien à vous',
  'un saludo',
  'saludos',
  'cordiali saluti',
  'atenciosamente',
  'met vriendelijke groet',
  'pozdrawiam',
  'saygılarımla',
]

const INTRODUCED = new RegExp(`(?<![\\p{L}\\p{M}])(?:${INTRODUCTIONS.join('|')}) `, 'iu')
const SIGNED = new RegExp(`(?:^|\\n) *(?:${CLOSINGS.join('|')}) *[,!.]?\\s*\\n\\s*`, 'iu')

/** One to four words with a capital each; particles such as “van der” may stand between them. */
const WORD = String.raw`\p{Lu}[\p{L}\p{M}’-]{0,30}`
const PARTICLES = '(?:(?:van|von|de|der|den|del|della|da|dos|di|la|le|el|al|bin|ter|zu) ){0,3}'
const NAME = new RegExp(`^(?:${WORD} (?:${PARTICLES})){0,3}${WORD}(?![\\p{L}\\p{M}])`, 'u')

/** The longest beginning of a text that is read for a name. */
const NAME_WITHIN = 120

/** The name by which the author of a text introduces or signs themselves; null without one. */
export function foundName(text: string): string | null {
  const plain = text.replaceAll("'", '’').replaceAll(/[ \t]+/g, ' ')
  const found = INTRODUCED.exec(plain) ?? SIGNED.exec(plain)
  if (!found) return null
  const rest = plain.slice(
    found.index + found[0].length,
    found.index + found[0].length + NAME_WITHIN
  )
  const [name] = NAME.exec(rest) ?? []
  return name?.replace(/[’-]+$/, '') ?? null
}
