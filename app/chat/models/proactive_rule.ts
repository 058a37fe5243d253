import { column } from '@adonisjs/lucid/orm'
import { chatTable } from '#chat/models/chat_model'
import { booleanFlag } from '#chat/models/columns'
import { AuthoredModel } from '#chat/models/authored_model'

/** When a widget speaks first (W15): every condition that is not null has to hold. */
export default class ProactiveRule extends AuthoredModel {
  static get table() {
    return chatTable('proactive_rules')
  }

  @column()
  declare widgetId: number

  @column()
  declare name: string

  @column(booleanFlag)
  declare isActive: boolean

  @column()
  declare message: string

  /** The name above the message; null for the widget's title. */
  @column()
  declare senderName: string | null

  /** The language of the pages on which it is shown, such as `de`; null for all. */
  @column()
  declare language: string | null

  /** Between the moment at which the conditions hold and the message. */
  @column()
  declare delaySeconds: number

  @column()
  declare secondsOnPage: number | null

  /** How far down the page the visitor has scrolled. */
  @column()
  declare scrollPercent: number | null

  @column()
  declare idleSeconds: number | null

  /** The pointer leaves the page through its upper edge. */
  @column(booleanFlag)
  declare exitIntent: boolean

  /** Of the page's address: a path, or an address; `*` stands for anything. */
  @column()
  declare pagePattern: string | null

  @column()
  declare minVisits: number | null

  /** The name by which the website asks for it: `CrmChat('trigger', name)`. */
  @column()
  declare triggerName: string | null
}
