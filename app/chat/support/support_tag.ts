import type { TagContract } from 'edge.js/types'

/**
 * `@chatSupport()`: puts the support chat into a layout of the host (SO3). It renders one script element where a user is
 * logged in and the chat is on, else nothing.
 */
export const chatSupportTag: TagContract = {
  tagName: 'chatSupport',
  block: false,
  seekable: true,
  compile(_parser, buffer, { filename, loc }) {
    buffer.outputExpression('await state.chatSupport(state)', filename, loc.start.line, false)
  },
}
