import vine from '@vinejs/vine'

/** How a program follows what happens. */
export const eventsValidator = vine.create({
  /** Whether its user counts as being there, and may be given chats, while the stream is open. */
  presence: vine.boolean().optional(),
  /** Whether nobody looks at what the program shows: heartbeats come less often. */
  background: vine.boolean().optional(),
})
