import '../../../css/chat/agent/main.css'
import { keepAgentsPage } from './agents_page.js'
import { agentStream } from './agent_stream.js'
import { alertTo } from './alerts.js'
import { followElement } from './follow_element.js'
import { Bell } from './notices/bell.js'
import { noticeState } from './notices/notice_state.js'
import { openFromWorker } from './push/open_from_worker.js'
import { ownReplies } from './replies/own_replies.js'
import { stopRingingForRead } from './ring.js'
import { unlockSound } from './sound.js'
import { StatusSwitch } from './status_switch.js'
import { drawFirstPageInZone } from './time_zone.js'
import { toasts } from './toasts.js'
import { UnreadBadge } from './unread_badge.js'
import { loadWholePages } from './whole_pages.js'

/**
 * Runs on every page of the CRM: counts unread conversations and notifications, plays sounds, and sends replies that are still unsent.
 * Nothing is counted on pages without the element for the count.
 */
const badge = new UnreadBadge()
const bell = new Bell()
let leave: (() => void) | undefined

function join() {
  toasts.prepare()
  unlockSound()
  return agentStream.join({
    onFrame: (frame) => {
      badge.take(frame)
      if (!badge.agentId) return
      noticeState.hear(frame, badge.agentId)
      alertTo(frame, badge.agentId)
    },
    onChanged: (_, unheard) => {
      if (unheard.length === 0) return
      badge.changed()
      noticeState.soon()
    },
    onCatchUpBeside: async () => {
      await Promise.all([badge.refresh(), noticeState.refresh()])
      if (!badge.agentId) return
      ownReplies(badge.agentId).flush()
      await keepPushes(badge.agentId).catch(() => {})
    },
  })
}

/** Most browsers get no pushes: what subscribes them is loaded where notifications are allowed. */
async function keepPushes(agentId: number) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const { PushBrowser } = await import('./push/push_browser.js')
  await new PushBrowser(agentId).keepOn()
}

drawFirstPageInZone()
loadWholePages()
followElement('chat-sidebar-unread', (element) => {
  badge.showIn(element)
  if (element) leave ??= join()
  else {
    leave = void leave?.()
    noticeState.forget()
  }
})
followElement('chat-bell', (slot) => bell.showIn(slot))
noticeState.onChange((state, before) =>
  stopRingingForRead(before?.conversations, state?.conversations)
)
openFromWorker()

const statusSwitch = new StatusSwitch()
followElement('chat-sidebar-status', (slot) => statusSwitch.showIn(slot))

const agentsList = document.querySelector<HTMLElement>('[data-agents-list]')
if (agentsList) keepAgentsPage(agentsList)
