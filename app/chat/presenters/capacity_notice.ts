import type { HttpContext } from '@adonisjs/core/http'
import type Agent from '#chat/models/agent'
import { countedChats } from '#chat/services/team/agent_capacity'
import { isScript } from '#chat/http/inbox_responses'
import { text } from '#chat/texts/text'
import type { ActionJson } from '#chat/transformers/json/inbox_json'

/** The notice that an assignment has taken an agent beyond their maximum; undefined when it has not. */
export async function capacityNotice(
  ctx: HttpContext,
  to: Agent
): Promise<(ActionJson & { done: true }) | undefined> {
  const agent = await to.refresh()
  const { isServing, name, maxConcurrentChats: most } = agent
  const load = countedChats(agent)
  if (!isServing || load <= most) return undefined
  const notice = text('inbox.actions.assign.over_limit', { name, load, most })
  if (!isScript(ctx)) ctx.session.flash('chatNotice', notice)
  return { done: true, notice }
}
