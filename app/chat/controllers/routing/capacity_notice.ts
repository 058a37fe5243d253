import type { HttpContext } from '@adonisjs/core/http'
import type Agent from '#chat/models/agent'
import { isScript } from '#chat/controllers/inbox/answers'

/** What an agent's decision has led to: somebody has more chats than their maximum, and that is said. */
export async function capacityNotice(ctx: HttpContext, to: Agent) {
  const { isServing, name, currentChatsCount: load, maxConcurrentChats: most } = await to.refresh()
  if (!isServing || load <= most) return undefined
  const notice = `${name} now has ${load} chats, more than their maximum of ${most}.`
  if (!isScript(ctx)) ctx.session.flash('chatNotice', notice)
  return { done: true, notice }
}
