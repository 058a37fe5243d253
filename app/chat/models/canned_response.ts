import { column } from '@adonisjs/lucid/orm'
import { chatTable } from '#chat/models/chat_model'
import { AuthoredModel } from '#chat/models/authored_model'

/** A canned response: a text that a team sends often (R7), inserted by its shortcut. */
export default class CannedResponse extends AuthoredModel {
  static get table() {
    return chatTable('canned_responses')
  }

  /** The text after `/`; lower case, unique within the tenant. */
  @column()
  declare shortcut: string

  @column()
  declare title: string

  /** With placeholders, as the team wrote it (see `services/canned_responses/placeholders`). */
  @column()
  declare content: string
}
