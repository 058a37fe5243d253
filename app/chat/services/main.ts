import app from '@adonisjs/core/services/app'
import { ChatService } from '#chat/services/chat_service'

let chat: ChatService

await app.booted(async () => {
  chat = await app.container.make(ChatService)
})

/** The application's `ChatService`, for code that the container does not construct. */
export { chat as default }
