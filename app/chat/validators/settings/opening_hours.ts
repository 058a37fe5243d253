import vine from '#chat/validators/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { timeZone } from '#chat/validators/settings/rules'

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Whether the box next to a field is ticked, as it came in. */
const isTicked = ({ parent }: FieldContext) => vine.helpers.isTrue(parent?.enabled)

/** A time of a day's hours, which a day that is enabled must have. */
export const clockTime = () => vine.string().regex(CLOCK_TIME).optional().requiredWhen(isTicked)

const day = () =>
  vine
    .object({ enabled: vine.boolean().optional(), start: clockTime(), end: clockTime() })
    .optional()

/** A week's hours as the form sends them; what is not enabled may be left empty. */
export const openingHours = vine.object({
  enabled: vine.boolean().optional(),
  timezone: vine.string().trim().maxLength(64).use(timeZone()).optional().requiredWhen(isTicked),
  monday: day(),
  tuesday: day(),
  wednesday: day(),
  thursday: day(),
  friday: day(),
  saturday: day(),
  sunday: day(),
})
