import { DateTime } from 'luxon'
import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import {
  availabilityKey,
  visitorChannel,
  visitorsChannel,
  widgetChannel,
} from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import type { Changed } from '#chat/realtime/heartbeat_frames'
import { LinkScope } from '#chat/realtime/link_scope'
import type { StreamFrame } from '#chat/realtime/live_stream'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { ChatService } from '#chat/services/chat_service'
import { availabilityView } from '#chat/transformers/widget_config'

/** A visitor's event stream: their own view of their own conversations. */
@inject()
export default class VisitorStreamController {
  constructor(
    protected chat: ChatService,
    protected gateway: StreamGateway
  ) {}

  async show(ctx: HttpContext) {
    const { chatWidget: widget, chatVisitor: visitor } = ctx
    const availability = await this.#availability(widget)
    const { event, ...greeting } = availability
    const opened = visitor.link && (await this.chat.inbox.latestOf(visitor))
    const scope = opened === undefined ? undefined : new LinkScope(visitor.id, opened)
    return this.gateway.open(ctx, {
      tenantId: widget.tenantId,
      owner: visitor.link ? `link/${visitor.link.id}` : `visitor/${visitor.id}`,
      allowed: this.chat.config.streams.perVisitor,
      channels: [
        visitorChannel(visitor.id),
        widgetChannel(widget.id),
        visitorsChannel(widget.tenantId),
      ],
      greeting: { ...greeting, event: 'chat.ready' },
      newest: () => this.#newest(visitor),
      watched: {
        key: availabilityKey(widget.tenantId, widget.id),
        read: () => this.#availability(widget),
        sent: availability,
      },
      follows: scope?.follows ?? { visitorId: visitor.id },
      admits: scope?.admits,
      change: await this.chat.messages.visitor.lastWrittenAt(visitor),
      isBackground: ctx.request.qs().background === '1',
      stillAllowed: async () => {
        const isAllowed = await this.#beat(widget, visitor)
        return isAllowed && (scope ? this.#isLinkGood(visitor, scope) : true)
      },
    })
  }

  /** The newest line of the visitor's thread; nothing before they have written. */
  async #newest(visitor: Visitor): Promise<Changed> {
    const conversation = await this.chat.inbox.latestOf(visitor)
    if (!conversation) return []
    const page = { limit: 1, visibility: 'public' } as const
    const { messages } = await this.chat.inbox.thread(conversation, page)
    return [[conversation.externalId, messages.at(-1)?.seq ?? 0]]
  }

  /** Whether the team is there, by the widget's hours as they are now. */
  async #availability(widget: Widget): Promise<StreamFrame> {
    const { widgets } = this.chat
    const present = (await widgets.findActiveByKey(widget.publicKey)) ?? widget
    return { event: 'chat.availability', ...availabilityView(await widgets.availability(present)) }
  }

  /**
   * A visitor with an open stream is on the website: agents see them online without a request of theirs. A
   * widget or module that another process has switched off ends it here, and so does a token that has been ended.
   */
  async #beat(widget: Widget, visitor: Visitor) {
    const isActive = await this.chat.widgets.findActiveByKey(widget.publicKey)
    if (!isActive || !(await this.chat.host.isModuleEnabled(widget.tenantId))) return false
    return this.chat.visitors.seen(visitor)
  }

  /** A link that has expired ends its streams; one that has moved on takes them along. */
  async #isLinkGood(visitor: Visitor, scope: LinkScope) {
    await visitor.link!.refresh()
    scope.moveTo(await this.chat.inbox.latestOf(visitor))
    return visitor.link!.expiresAt > DateTime.utc()
  }
}
