import type { LiveFrame } from '../shared/live_connection.js'
import { preferences } from './preferences.js'
import { playSound } from './sound.js'

interface SentFrame extends LiveFrame {
  message: { id: number; content: string; sender_type: string; sender_name: string; type: string }
  conversation: { external_id: string; agent_id: number | null }
}

const CLAIM_FOR = 3000

/**
 * Rings and notifies for a visitor's message that concerns the agent: in a conversation of theirs or
 * nobody's, unless it is on their screen. Of several tabs one does it.
 */
export function alertTo(frame: LiveFrame, agentId: number) {
  if (frame.event !== 'chat.message.sent') return
  const { message, conversation } = frame as SentFrame
  if (message.sender_type !== 'visitor' || message.type === 'event') return
  if (conversation.agent_id !== null && conversation.agent_id !== agentId) return
  if (preferences.lookingAt === conversation.external_id) return
  claim(`crm-chat-alert-${message.id}`, () => {
    if (preferences.sound) playSound()
    notify(message, conversation.external_id)
  })
}

function claim(name: string, act: () => void) {
  if (!navigator.locks) return act()
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (!lock) return
    act()
    return new Promise((resolve) => setTimeout(resolve, CLAIM_FOR))
  })
}

function notify(message: SentFrame['message'], conversation: string) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  if (document.visibilityState === 'visible' && document.hasFocus()) return
  const notification = new Notification(message.sender_name, {
    body: message.content.slice(0, 140),
    tag: conversation,
  })
  notification.onclick = () => {
    window.focus()
    location.assign(`/chat/${conversation}`)
  }
}
