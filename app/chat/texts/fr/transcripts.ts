import type { transcripts as english } from '../en/transcripts.js'
import type { Translation } from '../translation.js'

export const transcripts: Translation<typeof english> = {
  download: 'Télécharger la transcription',
  download_text: 'Télécharger la transcription en texte',
  mail: 'Envoyer la transcription au visiteur',
  mailed: 'Nous envoyons la transcription à {email}.',
}
