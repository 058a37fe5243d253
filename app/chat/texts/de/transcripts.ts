import type { transcripts as english } from '../en/transcripts.js'
import type { Translation } from '../translation.js'

export const transcripts: Translation<typeof english> = {
  download: 'Protokoll herunterladen',
  download_text: 'Protokoll als Text herunterladen',
  mail: 'Protokoll an Besucher mailen',
  mailed: 'Wir mailen das Protokoll an {email}.',
}
