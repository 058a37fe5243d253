import { errors, Vine } from '@vinejs/vine'
import { TextMessages } from '#chat/validators/text_messages'
import type { VineValidator } from '@vinejs/vine'

/**
 * The module's own Vine: its messages come from the catalogue, and what a host sets on the shared one does not reach it.
 * Controllers ask `validator.validate(request.all())`, because a host's messages replace those of `request.validateUsing`.
 */
const vine = new Vine()
vine.messagesProvider = new TextMessages()

export default vine
export { errors, type VineValidator }
