import type {
  SupportPageJson,
  SupportSessionJson,
} from '../../../../app/chat/transformers/json/support_json.js'
import { leaveToUser } from './leave_to_user.js'

type Command = (name: string, ...args: unknown[]) => void
type Queue = Command & { q?: unknown[][] }

const page = window as unknown as { CrmChat?: Queue }

/** The user is not logged in any more, or the chat has been switched off. */
const OVER = [401, 403, 404]

/** Puts the chat into a page whose user is logged in; the chat asks when it needs their session. */
export function startPageChat(data: SupportPageJson) {
  leaveToUser(data)
  if (!page.CrmChat) {
    const queue: Queue = (...call) => void queue.q!.push(call)
    queue.q = []
    page.CrmChat = queue
  }
  call('on', 'signin', (endKey?: string) => void signIn(data.session, endKey))
  // Another tab has forgotten the user, who may be logged out here as well
  addEventListener('storage', ({ key, newValue }) => {
    if (key === `crmchat:${data.key}:` && newValue) void signIn(data.session)
  })
  const loader = document.createElement('script')
  loader.async = true
  loader.src = data.loader
  document.head.append(loader)
}

const call: Command = (...args) => page.CrmChat?.(...args)

/** Answers the chat with the session of the page's user; without one, the chat leaves every tab. */
async function signIn(address: string, endKey?: string) {
  const url = endKey ? `${address}?end_key=${endKey}` : address
  const headers = { Accept: 'application/json' }
  const answer = await fetch(url, { headers, cache: 'no-store' }).catch(() => null)
  if (answer && OVER.includes(answer.status)) return call('destroy')
  const session = answer?.ok ? ((await answer.json()) as SupportSessionJson) : undefined
  call('identify', { session })
  // The loader repeats what it was given to each new frame, and a session is for once
  call('identify')
}
