import vine from '#chat/validators/vine'

/** The form that switches the module on or off. */
export const chatSwitchValidator = vine.create({ enabled: vine.enum(['yes', 'no']) })
