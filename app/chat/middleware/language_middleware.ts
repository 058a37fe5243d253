import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { answerUser } from '#chat/http/reader_language'
import { ChatService } from '#chat/services/chat_service'

/** Whatever of the chat stands on a page of the CRM, the module's or the host's own, is in its reader's language. */
@inject()
export default class LanguageMiddleware {
  constructor(protected chat: ChatService) {}

  handle(ctx: HttpContext, next: NextFn) {
    return answerUser(ctx, this.chat.config, next)
  }
}
