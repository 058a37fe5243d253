import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type Conversation from '#chat/models/conversation'
import type Visitor from '#chat/models/visitor'
import { identityOf } from '#chat/presenters/conversation_identity'
import { presentLabels } from '#chat/presenters/filter_menu'
import { linkPresenter } from '#chat/presenters/page_link'
import { presentRating } from '#chat/presenters/rating'
import { presentRecords } from '#chat/presenters/record_states'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import {
  presentNoticed,
  presentEarlier,
  presentSuggestion,
  presentTrail,
  presentVisitor,
} from '#chat/presenters/visitor_card'
import { ChatService } from '#chat/services/chat_service'
import { keptRecords } from '#chat/support/kept_records'

const TRAIL_LENGTH = 20
const EARLIER_SHOWN = 8

/** The side of a conversation's pane: its visitor, labels, rating, CRM records, page views and earlier chats. */
@inject()
export class ConversationContext {
  constructor(protected chat: ChatService) {}

  /** The card of a conversation's visitor, in the state of this moment. */
  async of(ctx: HttpContext, conversation: Conversation, query: string) {
    const { visitor, widget, tenantId } = conversation
    const clock = ViewerClock.of(ctx)
    const linkTo = linkPresenter(widget, this.chat.config)
    const { may, sight } = ctx.chatAuth
    const canReply = may.has('reply chat')
    const [trail, earlier, people, records, labels, allLabels] = await Promise.all([
      this.chat.visitors.trail(visitor, TRAIL_LENGTH),
      this.chat.inbox.earlierThan(conversation, EARLIER_SHOWN, sight),
      this.#people(visitor),
      presentRecords(this.chat.host, conversation),
      this.chat.conversations.triage.labelsOf(conversation),
      canReply ? this.chat.labels.list(tenantId) : [],
    ])
    return {
      ...identityOf(conversation),
      query,
      canReply,
      isBlocked: visitor.blockedAt !== null,
      canManage: may.has('manage chat'),
      canErase: may.has('delete chat'),
      labels: presentLabels(labels),
      otherLabels: presentLabels(
        allLabels.filter(({ id }) => !labels.some((each) => each.id === id))
      ),
      visitor: presentVisitor(visitor, clock, {
        sourceUrl: conversation.sourceUrl,
        linkTo,
        consent: conversation,
      }),
      noticed: presentNoticed(visitor),
      widgetName: widget.name,
      ...people,
      canPromote: Boolean(visitor.name || visitor.email),
      keepsPeople: keptRecords(this.chat.host).people,
      records,
      rating: presentRating(conversation),
      trail: presentTrail(trail, visitor, clock, linkTo),
      earlier: presentEarlier(earlier, clock),
    }
  }

  /** The visitor's person in the CRM, or a possible match. */
  async #people(visitor: Visitor) {
    const person = await this.chat.crm.linkedPerson(visitor)
    const match = person ? null : await this.chat.crm.suggestedPerson(visitor)
    return { person, suggestion: match && presentSuggestion(match) }
  }
}
