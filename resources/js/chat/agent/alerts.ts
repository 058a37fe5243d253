import type {
  AgentFrameJson,
  AssignedFrameJson,
  EventConversationJson,
  EventMessageJson,
  FrameMessageJson,
  WokenFrameJson,
} from '../../../../app/chat/transformers/json/agent_json.js'
import type { LiveFrame } from '../shared/live_connection.js'
import { noticeState } from './notices/notice_state.js'
import { preferences } from './preferences.js'
import { ring } from './ring.js'
import { playSound } from './sound.js'
import { toasts } from './toasts.js'
import { text } from './texts.js'

type SentFrame = LiveFrame & AgentFrameJson & { message: FrameMessageJson }
type AssignedFrame = LiveFrame & AssignedFrameJson & { message: EventMessageJson }
type WokenFrame = LiveFrame & WokenFrameJson

const CLAIM_FOR = 3000
/** Milliseconds for which the alert of a waiting visitor's message takes precedence, in any tab. */
const AFTER_MESSAGE = 300

/**
 * Plays a sound and shows a notification for what concerns the agent, unless it is on their screen. Only one of several
 * tabs does so.
 */
export function alertTo(frame: LiveFrame, agentId: number) {
  if (frame.event === 'chat.message.sent') written(frame as SentFrame, agentId)
  if (frame.event === 'chat.conversation.assigned') assigned(frame as AssignedFrame, agentId)
  if (frame.event === 'chat.conversation.woken') woken(frame as WokenFrame)
}

/** A visitor's message in a conversation that is the agent's or unassigned. */
function written({ message, conversation }: SentFrame, agentId: number) {
  if (message.sender_type !== 'visitor' || message.type === 'event') return
  if (conversation.agent_id !== null && conversation.agent_id !== agentId) return
  if (preferences.lookingAt === conversation.uuid) return
  if (!noticeState.mayAlert('message', conversation.uuid)) return
  claim(`crm-chat-alert-${message.id}`, () => {
    // A conversation that is assigned right after its first message has been announced already
    claim(nameOf(conversation), () => {})
    sound()
    alert(message.sender_name, message.content, conversation.uuid)
  })
}

/** A conversation that another agent or the queue has assigned to this agent: every tab shows it, and one rings. */
function assigned(frame: AssignedFrame, agentId: number) {
  const { conversation, by_agent_id: by, by_agent_name: name, visitor_name: visitor } = frame
  if (by === agentId || preferences.lookingAt === conversation.uuid) return
  const id = conversation.uuid
  if (!noticeState.mayAlert('assigned', id)) return
  const title = name
    ? text('agent_script.transferred', { agent: name, visitor })
    : text('agent_script.waiting', { visitor })
  const body = frame.note ?? frame.last_message ?? conversation.number
  toasts.show(id, title, body)
  const show = () => alert(title, body, id, true)
  claim(`crm-chat-ring-${frame.message.id}`, () => ring(id))
  if (name) claim(`crm-chat-alert-${frame.message.id}`, show)
  else setTimeout(() => claim(nameOf(conversation), show), AFTER_MESSAGE)
}

/** A snooze is over: every tab shows it. */
function woken({ conversation, visitor_name: visitor, last_message: last }: WokenFrame) {
  const { uuid: id, number } = conversation
  if (preferences.lookingAt === id || !noticeState.mayAlert('woken', id)) return
  const title = text('agent_script.snooze_over', { visitor })
  const body = last ?? number
  toasts.show(id, title, body)
  claim(`crm-chat-woken-${id}`, () => {
    sound()
    alert(title, body, id)
  })
}

const nameOf = ({ uuid: id }: EventConversationJson) => `crm-chat-heard-${id}`

function claim(name: string, act: () => void) {
  if (!navigator.locks) return act()
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (!lock) return
    act()
    return new Promise((resolve) => setTimeout(resolve, CLAIM_FOR))
  })
}

function sound() {
  if (preferences.sound) playSound()
}

function alert(title: string, body: string, conversation: string, isUrgent = false) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  if (document.visibilityState === 'visible' && document.hasFocus()) return
  import('./push/desktop_notice.js')
    .then(({ showDesktopNotice }) => showDesktopNotice({ title, body, conversation, isUrgent }))
    .catch(() => {})
}
