import type { SupportSessionJson } from '../../../../../app/chat/transformers/json/support_json.js'
import { RequestError } from '../../shared/net/request_error.js'

export type PageSession = SupportSessionJson

/** Milliseconds that the page has to answer. */
const ANSWERS_WITHIN = 15_000

/** A user whom the page around the chat has logged in: its script asks its server for their session. */
export class SignIn {
  #answered?: (session?: PageSession) => void
  #timer?: ReturnType<typeof setTimeout>

  constructor(
    /** Asks the page. */
    private askPage: () => void,
    /** Called with a session that the page has extended or replaced meanwhile. */
    private onRenewed: (session: PageSession) => void
  ) {}

  /** The session of the page's user. A page whose user has logged out answers by removing the chat. */
  ask(): Promise<PageSession> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new RequestError(0))
      const timer = setTimeout(fail, ANSWERS_WITHIN)
      this.#answered = (session) => {
        clearTimeout(timer)
        if (!session) return fail()
        this.#renewIn(session.expires_in * 600)
        resolve(session)
      }
      this.askPage()
    })
  }

  /** Takes the page's answer; without a session its server could not be reached. */
  answer(session?: PageSession) {
    this.#answered?.(session)
  }

  /** Long before its end; where that fails, the next request asks anew. */
  #renewIn(ms: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.ask().then(this.onRenewed, () => {}), ms)
  }
}
