/** An email's text: what its sender has written, and what they quote below it. */
export interface SplitText {
  own: string
  /** Empty when nothing is quoted. */
  quoted: string
}

/** A line that introduces the quote of an earlier email with "On …", in the languages of common mail programs. */
const OPENED = new RegExp(
  String.raw`^(on|am|le|el|il|em|op|w dniu|dnia|den|på|в|于|在|στις)\s.{4,200}(wrote|schrieb|écrit|escribió|scritto|escreveu|schreef|napisał\(?a?\)?|skrev|пишет|написал\(?а?\)?|写道|έγραψε)\s?.{0,80}:?$`,
  'iu'
)

/** Other lines that introduce one. */
const INTRODUCTION = new RegExp(
  [
    OPENED.source,
    String.raw`^.{4,200}\s(wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|napisał\(?a?\)?|skrev|yazdı|şunu yazdı|kirjoitti|写道|のメール|كتب)\s?:$`,
    String.raw`^\d{4}[年/.-].{4,120}[:：]$`,
  ].join('|'),
  'iu'
)

/** A line of a mail program above the email that is answered. */
const DIVIDER =
  /^(-{2,}\s*(original message|ursprüngliche nachricht|message d.origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|weitergeleitete nachricht|forwarded message)\s*-{2,}|_{20,}|-- |--)$/iu

/** The header of an email that is answered, as Outlook repeats it. */
const HEADER = /^\*?(from|von|de|da|van|od|kimden|från|fra|发件人|差出人|من)\*?\s?[:：]\s?.+/iu
const NEXT_HEADER =
  /^\*?(sent|gesendet|date|datum|envoyé|enviado|inviato|data|verzonden|wysłano|gönderme|tarih|skickat|to|an|à|para|a|aan|do|kime|til|发送时间|送信日時|subject|betreff)\*?\s?[:：]/iu

/**
 * Tells what the sender of an email has written from what follows it: the email that they answer, and their signature.
 * Nothing is lost: both together are the text. Without words of their own, all of it is theirs.
 */
export function splitQuote(text: string): SplitText {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const from = lines.findIndex((line, index) => beginsQuote(line.trimEnd(), lines, index))
  if (from < 0) return answersInside(lines, text.trim())
  const own = lines.slice(0, from).join('\n').trim()
  const quoted = lines.slice(from).join('\n').trim()
  return own ? { own, quoted } : answersInside(lines, quoted)
}

function beginsQuote(line: string, lines: string[], index: number): boolean {
  if (line.length > 300) return false
  if (DIVIDER.test(line) || INTRODUCTION.test(line)) return true
  if (HEADER.test(line)) {
    return lines.slice(index + 1, index + 4).some((next) => NEXT_HEADER.test(next))
  }
  if (line.startsWith('>')) return lines.slice(index).every(isQuoteOrEmpty)
  const next = lines[index + 1]?.trim() ?? ''
  if (next.length >= 200 || !/[:：]$/.test(next) || OPENED.test(next)) return false
  // An introduction that the sender's program has broken
  const both = `${line} ${next}`
  return OPENED.test(both) || (!INTRODUCTION.test(next) && INTRODUCTION.test(both))
}

const isQuoteOrEmpty = (line: string) => line.startsWith('>') || line.trim() === ''

/** What is written between and below the quoted lines, where nothing stands above them; otherwise all of it. */
function answersInside(lines: string[], all: string): SplitText {
  const isBelow = all.startsWith('>') || INTRODUCTION.test(all.split('\n')[0].trimEnd())
  if (!isBelow) return { own: all, quoted: '' }
  const own = lines
    .filter((line) => !line.startsWith('>') && !INTRODUCTION.test(line.trimEnd()))
    .join('\n')
    .trim()
  return own ? { own, quoted: all } : { own: all, quoted: '' }
}
