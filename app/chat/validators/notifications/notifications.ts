import vine from '#chat/validators/vine'
import { CHANNELS } from '#chat/services/notifications/notice_kinds'

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** One ticked box comes as a text, several as a list, none not at all. */
const asList = (value: unknown) => (typeof value === 'string' ? [value] : value)

const channels = () =>
  vine.array(vine.enum(CHANNELS)).parse(asList).maxLength(CHANNELS.length).optional()

const clockTime = () => vine.string().regex(CLOCK_TIME)

/** How an agent wants to be notified, as the form sends it. */
export const noticeSettingsValidator = vine.create({
  message: channels(),
  assigned: channels(),
  woken: channels(),
  is_quiet: vine.accepted().optional(),
  quiet_from: clockTime(),
  quiet_until: clockTime(),
})

/** Which notification was read; all of them without one. */
export const seenValidator = vine.create({ notification: vine.string().uuid().optional() })

const key = (most: number) =>
  vine
    .string()
    .regex(/^[A-Za-z0-9_-]+=*$/)
    .maxLength(most)

/** A browser's subscription, as `PushSubscription.toJSON()` has it. */
export const subscriptionValidator = vine.create({
  endpoint: vine.string().maxLength(1024),
  keys: vine.object({ p256dh: key(128), auth: key(64) }),
})

export const endpointValidator = vine.create({ endpoint: vine.string().maxLength(1024) })

export const muteValidator = vine.create({ muted: vine.boolean() })
