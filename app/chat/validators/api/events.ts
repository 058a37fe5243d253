import vine from '#chat/validators/vine'

/** How a program follows what happens. */
export const eventsValidator = vine.create({
  /** Whether its user counts as being there, and may be given chats, while the stream is open. */
  presence: vine.boolean().optional(),
  /** Whether the program is in the background: heartbeats come less often. */
  background: vine.boolean().optional(),
})
