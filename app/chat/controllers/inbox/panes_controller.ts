import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { presentComposer } from '#chat/presenters/composer'
import { ConversationContext } from '#chat/presenters/conversation_context'
import { ConversationPane } from '#chat/presenters/conversation_pane'
import { answer, listQuery, openingOf } from '#chat/http/inbox_responses'
import type { ContextJson, PaneJson } from '#chat/transformers/json/inbox_json'
import { namedConversation } from '#chat/http/named_conversation'

/** The parts of an open conversation, for a page that is already there. */
@inject()
export default class PanesController {
  constructor(
    protected chat: ChatService,
    protected pane: ConversationPane,
    protected side: ConversationContext
  ) {}

  /** All of it: what switching to a conversation takes. */
  async show(ctx: HttpContext) {
    const conversation = await namedConversation(this.chat, ctx)
    const pane = await this.pane.whole(ctx, conversation, listQuery(ctx), openingOf(ctx))
    return answer<PaneJson>(ctx, {
      html: await ctx.view.render('chat::components/inbox/pane', { pane }),
      context: await ctx.view.render('chat::components/inbox/context', { context: pane.context }),
    })
  }

  /** All but the thread, which is followed message by message. */
  async context(ctx: HttpContext) {
    const conversation = await namedConversation(this.chat, ctx)
    const query = listQuery(ctx)
    const composer = presentComposer(ctx, conversation, query)
    const [head, context, planned] = await Promise.all([
      this.pane.head(ctx, conversation, query),
      this.side.of(ctx, conversation, query),
      this.pane.planned(ctx, conversation, query),
    ])
    return answer<ContextJson>(ctx, {
      head: await ctx.view.render('chat::components/inbox/head', { head }),
      composer: await ctx.view.render('chat::components/inbox/composer', { composer }),
      context: await ctx.view.render('chat::components/inbox/context', { context }),
      planned: await ctx.view.render('chat::components/inbox/planned', { planned }),
      ended: composer.isEnded,
    })
  }
}
