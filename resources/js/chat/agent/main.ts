import '../../../css/chat/agent/main.css'
import { keepAgentsPage } from './agents_page.js'
import { deskStream } from './desk_stream.js'
import { alertTo } from './alerts.js'
import { ownReplies } from './replies/own_replies.js'
import { unlockSound } from './sound.js'
import { StatusSwitch } from './status_switch.js'
import { tellTimeZone } from './time_zone.js'
import { toasts } from './toasts.js'
import { UnreadBadge } from './unread_badge.js'

/**
 * Carried by every page of the CRM: unread conversations are counted and heard, and what was written and
 * not sent goes out, wherever one is.
 */
function start(element: HTMLElement) {
  const badge = new UnreadBadge(element)
  deskStream.join({
    onFrame: (frame) => {
      badge.take(frame)
      if (badge.agentId) alertTo(frame, badge.agentId)
    },
    onChanged: (_, unheard) => unheard.length > 0 && badge.changed(),
    onCatchUpBeside: async () => {
      await badge.refresh()
      if (badge.agentId) ownReplies(badge.agentId).flush()
    },
  })
  toasts.prepare()
  unlockSound()
}

const element = document.getElementById('chat-sidebar-unread')
tellTimeZone()
if (element) start(element)

const slot = document.getElementById('chat-sidebar-status')
if (slot) new StatusSwitch(slot).start()

const agentsList = document.querySelector<HTMLElement>('[data-agents-list]')
if (agentsList) keepAgentsPage(agentsList)
