import '../../../css/chat/agent/main.css'
import { keepAgentsPage } from './agents_page.js'
import { agentStream } from './agent_stream.js'
import { alertTo } from './alerts.js'
import { followElement } from './follow_element.js'
import { ownReplies } from './replies/own_replies.js'
import { unlockSound } from './sound.js'
import { StatusSwitch } from './status_switch.js'
import { reportTimeZone } from './time_zone.js'
import { toasts } from './toasts.js'
import { UnreadBadge } from './unread_badge.js'
import { loadWholePages } from './whole_pages.js'

/**
 * Runs on every page of the CRM: counts unread conversations, plays sounds, and sends replies that are still unsent.
 * Nothing is counted on pages without the element for the count.
 */
const badge = new UnreadBadge()
let leave: (() => void) | undefined

function join() {
  toasts.prepare()
  unlockSound()
  return agentStream.join({
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
}

reportTimeZone()
loadWholePages()
followElement('chat-sidebar-unread', (element) => {
  badge.showIn(element)
  if (element) leave ??= join()
  else leave = void leave?.()
})

const statusSwitch = new StatusSwitch()
followElement('chat-sidebar-status', (slot) => statusSwitch.showIn(slot))

const agentsList = document.querySelector<HTMLElement>('[data-agents-list]')
if (agentsList) keepAgentsPage(agentsList)
