import type { transcripts as english } from '../en/transcripts.js'
import type { Translation } from '../translation.js'

export const transcripts: Translation<typeof english> = {
  download: 'Descargar transcripción',
  download_text: 'Descargar transcripción como texto',
  mail: 'Enviar transcripción al visitante',
  mailed: 'Enviaremos la transcripción a {email}.',
}
