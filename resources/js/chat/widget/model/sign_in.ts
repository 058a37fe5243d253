import { RequestError } from '../../shared/net/request_error.js'
import type { Chat } from './chat.js'
import type { Session } from './session.js'
import type { PageSession } from './types.js'

/** What the page answers; without a session its server could not be reached. */
interface Answer {
  session?: PageSession
}

/** Posts a message to the page. */
interface Page {
  post(type: string, data: object): void
}

/** Milliseconds that the page has to answer. */
const ANSWERS_WITHIN = 15_000

let timer: ReturnType<typeof setTimeout>

/**
 * The session of a logged-in user of the page around the chat: the page's script asks its server for it. After a log-out
 * the page removes the chat instead.
 *
 * @throws RequestError when the page does not answer, or could not reach its server
 */
export async function signIn(chat: Chat, session: Session, page: Page): Promise<PageSession> {
  const answer = await ask(chat, page)
  clearTimeout(timer)
  // Long before its end; where that fails, the next request asks anew
  timer = setTimeout(() => renew(chat, session, page).catch(() => {}), answer.expires_in * 600)
  return answer
}

/** Extends the session; where it had ended, the chat goes on with another. */
async function renew(chat: Chat, session: Session, page: Page) {
  const renewed = await signIn(chat, session, page)
  session.keep(renewed)
  if (renewed.visitor_token) chat.sync.renew()
}

const ask = (chat: Chat, page: Page) =>
  new Promise<PageSession>((resolve, reject) => {
    const fail = () => reject(new RequestError(0))
    const patience = setTimeout(fail, ANSWERS_WITHIN)
    chat.identify = (answer) => {
      clearTimeout(patience)
      const { session } = (answer ?? {}) as Answer
      if (session) resolve(session)
      else fail()
    }
    page.post('event', { name: 'signin', detail: chat.store.get('end') })
  })
