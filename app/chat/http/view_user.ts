import type { HttpContext } from '@adonisjs/core/http'
import type { ViewUser } from '#chat/services/inbox/saved_views'

/** The agent of this request, and whether they may change the team's views. */
export const viewUser = ({ chatAuth: { agent, may } }: HttpContext): ViewUser => ({
  agent,
  mayManage: may.has('manage chat'),
})
