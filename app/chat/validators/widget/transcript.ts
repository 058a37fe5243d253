import vine from '#chat/validators/vine'
import { timeZone } from '#chat/validators/settings/rules'

const zone = () => vine.string().trim().maxLength(64).use(timeZone()).optional()

/** As what a transcript is asked for. */
export const transcriptValidator = vine.create({
  format: vine.enum(['html', 'text'] as const).optional(),
  zone: zone(),
})

/** In which time zone a transcript is mailed. */
export const transcriptMailValidator = vine.create({ zone: zone() })
