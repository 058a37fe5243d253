import type { ApplicationService } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/define_config'
import { chatAsset } from '#chat/support/assets'

/**
 * Makes the module's views known as the Edge disk `chat`, with what they need at hand, and gives the
 * host's templates the tag `@haschatenabled() … @end` for what belongs to the chat (A4).
 */
export async function mountChatViews(app: ApplicationService, config: ChatConfig) {
  if (!app.usingEdgeJS) return
  const { default: edge } = await import('edge.js')
  edge.mount('chat', app.viewsPath('chat'))
  edge.global('chatLayout', config.layout)
  edge.global('chatAsset', chatAsset)
  edge.global('chatPublicUrl', config.publicUrl)

  edge.registerTag({
    tagName: 'haschatenabled',
    block: true,
    seekable: false,
    compile(parser, buffer, token) {
      buffer.writeStatement('if (state.chatEnabled) {', token.filename, token.loc.start.line)
      token.children.forEach((child) => parser.processToken(child, buffer))
      buffer.writeStatement('}', token.filename, -1)
    },
  })
}
