import { randomUUID } from 'node:crypto'
import { DrillClient } from '#chat/drill/drill_client'
import { DrillVisitor } from '#chat/drill/drill_visitor'
import { visitorApi } from '#chat/support/widget_address'
import type Widget from '#chat/models/widget'
import type { ChatService } from '#chat/services/chat_service'
import { widgetDefaults } from '#chat/services/widgets/widget_attributes'

/** A widget of the drill's own, so that its conversations are known by it. */
export async function drillWidget(chat: ChatService): Promise<Widget> {
  const { defaultTenant } = chat.config
  if (!(await chat.host.isModuleEnabled(defaultTenant))) throw new Error('The chat is switched off')
  const name = `Drill ${new Date().toISOString().slice(0, 16)}`
  const attributes = { ...widgetDefaults(), name, contactRequired: false }
  return chat.widgets.create(defaultTenant, attributes, null)
}

/** Visitors with a conversation each, who call the application at this origin. */
export async function drillVisitors(
  chat: ChatService,
  widget: Widget,
  origin: string,
  count: number
): Promise<DrillVisitor[]> {
  const endpoint = `${origin}${visitorApi(widget.publicKey)}`
  const visitors: DrillVisitor[] = []
  for (let n = 0; n < count; n += 1) {
    const ipAddress = `10.99.${n >> 8}.${n & 255}`
    const client = { ipAddress, userAgent: null, countryCode: null }
    const { visitor, token } = await chat.visitors.register(widget, client)
    const draft = { content: 'The drill begins', clientMessageId: randomUUID() }
    const { conversation } = await chat.messages.visitor.start(widget, visitor, draft)
    const browser = new DrillClient(endpoint, token, ipAddress)
    visitors.push(new DrillVisitor(browser, conversation.externalId))
  }
  return visitors
}
