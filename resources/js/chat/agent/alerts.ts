import type { LiveFrame } from '../shared/live_connection.js'
import { preferences } from './preferences.js'
import { playSound } from './sound.js'
import { toasts } from './toasts.js'

interface ConversationFrame extends LiveFrame {
  conversation: { external_id: string; number: string; agent_id: number | null }
}

interface SentFrame extends ConversationFrame {
  message: { id: number; content: string; sender_type: string; sender_name: string; type: string }
}

interface AssignedFrame extends SentFrame {
  visitor_name: string
  last_message: string | null
  note: string | null
  by_agent_id: number | null
  by_agent_name: string | null
}

interface WokenFrame extends ConversationFrame {
  visitor_name: string
  last_message: string | null
}

const CLAIM_FOR = 3000
/** So long the alert to the message of somebody who waits goes first, in whichever tab. */
const AFTER_MESSAGE = 300

/** Rings and notifies for what concerns the agent, unless it is on their screen. Of several tabs one does it. */
export function alertTo(frame: LiveFrame, agentId: number) {
  if (frame.event === 'chat.message.sent') written(frame as SentFrame, agentId)
  if (frame.event === 'chat.conversation.assigned') assigned(frame as AssignedFrame, agentId)
  if (frame.event === 'chat.conversation.woken') woken(frame as WokenFrame)
}

/** A visitor's message, in a conversation of the agent's or nobody's. */
function written({ message, conversation }: SentFrame, agentId: number) {
  if (message.sender_type !== 'visitor' || message.type === 'event') return
  if (conversation.agent_id !== null && conversation.agent_id !== agentId) return
  if (preferences.lookingAt === conversation.external_id) return
  claim(`crm-chat-alert-${message.id}`, () => {
    // What comes out of the queue right after its first message has been heard already
    claim(nameOf(conversation), () => {})
    alert(message.sender_name, message.content, conversation.external_id)
  })
}

/** A conversation that somebody else, or the queue, has given to the agent: every tab shows it. */
function assigned(frame: AssignedFrame, agentId: number) {
  const { conversation, by_agent_id: by, by_agent_name: name, visitor_name: visitor } = frame
  if (by === agentId || preferences.lookingAt === conversation.external_id) return
  const id = conversation.external_id
  const title = name ? `${name} passed ${visitor} to you` : `${visitor} is waiting for you`
  const text = frame.note ?? frame.last_message ?? conversation.number
  toasts.show(id, title, text)
  const tell = () => alert(title, text, id)
  if (name) claim(`crm-chat-alert-${frame.message.id}`, tell)
  else setTimeout(() => claim(nameOf(conversation), tell), AFTER_MESSAGE)
}

/** What was put aside is back: every tab shows it. */
function woken({ conversation, visitor_name: visitor, last_message: last }: WokenFrame) {
  const { external_id: id, number } = conversation
  if (preferences.lookingAt === id) return
  const title = `${visitor}: the snooze is over`
  const text = last ?? number
  toasts.show(id, title, text)
  claim(`crm-chat-woken-${id}`, () => alert(title, text, id))
}

const nameOf = ({ external_id: id }: ConversationFrame['conversation']) => `crm-chat-heard-${id}`

function claim(name: string, act: () => void) {
  if (!navigator.locks) return act()
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (!lock) return
    act()
    return new Promise((resolve) => setTimeout(resolve, CLAIM_FOR))
  })
}

function alert(title: string, text: string, conversation: string) {
  if (preferences.sound) playSound()
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  if (document.visibilityState === 'visible' && document.hasFocus()) return
  const notification = new Notification(title, { body: text.slice(0, 140), tag: conversation })
  notification.onclick = () => {
    window.focus()
    location.assign(`/chat/${conversation}`)
  }
}
