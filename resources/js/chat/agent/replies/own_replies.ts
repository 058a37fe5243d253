import { Api } from '../api.js'
import { storeOf } from '../store.js'
import { ReplyOutbox } from './reply_outbox.js'
import { UnsentNotice } from './unsent_notice.js'
import { warnBeforeLeaving } from './leave_warning.js'

let opened: ReplyOutbox | undefined

/** The agent's outbox: one per page, created on first use. Sends what was left in it. */
export function ownReplies(agentId: number): ReplyOutbox {
  if (opened) return opened
  opened = new ReplyOutbox(storeOf(agentId), new Api())
  new UnsentNotice(opened)
  warnBeforeLeaving(opened)
  opened.flush()
  return opened
}
