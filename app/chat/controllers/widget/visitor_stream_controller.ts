import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import {
  availabilityKey,
  visitorChannel,
  visitorsChannel,
  widgetChannel,
} from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'
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
    const told = await this.#availability(widget)
    const { event, ...greeting } = told
    return this.gateway.open(ctx, {
      owner: `visitor/${visitor.id}`,
      allowed: this.chat.config.streams.perVisitor,
      channels: [
        visitorChannel(visitor.id),
        widgetChannel(widget.id),
        visitorsChannel(widget.tenantId),
      ],
      greeting: { ...greeting, event: 'chat.ready' },
      watched: {
        key: availabilityKey(widget.tenantId, widget.id),
        read: () => this.#availability(widget),
        told,
      },
      follows: { visitorId: visitor.id },
      change: await this.chat.visitorMessages.lastWrittenAt(visitor),
      isBackground: ctx.request.qs().background === '1',
      stillAllowed: () => this.#beat(widget, visitor),
    })
  }

  /** Whether the team is there, by the widget's hours as they are now. */
  async #availability(widget: Widget): Promise<StreamFrame> {
    const { widgets } = this.chat
    const present = (await widgets.findActiveByKey(widget.publicKey)) ?? widget
    return { event: 'chat.availability', ...availabilityView(await widgets.availability(present)) }
  }

  /**
   * Whoever holds a stream is on the website: agents see them online without a request of theirs. A
   * widget or module that another process has switched off ends it here.
   */
  async #beat(widget: Widget, visitor: Visitor) {
    const isActive = await this.chat.widgets.findActiveByKey(widget.publicKey)
    if (!isActive || !(await this.chat.host.isModuleEnabled(widget.tenantId))) return false
    await this.chat.visitors.seen(visitor)
    return true
  }
}
