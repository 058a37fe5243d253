import { allInWords } from '../../../../../app/chat/texts/lists.js'
import { text } from '../texts.js'

interface Sign {
  name: string
  until: number
}

const VISITOR = 'visitor'
const TYPING_LASTS = 6000
const VIEWING_LASTS = 45_000

/** Others in the conversation: the visitor typing, teammates viewing it or typing. */
export class Presence {
  #typing = new Map<string, Sign>()
  #viewing = new Map<string, Sign>()
  #timer?: ReturnType<typeof setInterval>

  constructor(
    private line: HTMLElement,
    /** The warning beside the field; found anew each time, since the composer may be redrawn. */
    private warning: () => HTMLElement | null
  ) {
    this.#timer = setInterval(() => this.#show(), 1000)
  }

  dispose() {
    clearInterval(this.#timer)
  }

  typing(who: string, name: string, isTyping: boolean) {
    note(this.#typing, who, name, isTyping && TYPING_LASTS)
    this.#show()
  }

  /** Returns whether this viewer is new. */
  viewing(who: string, name: string, isViewing: boolean) {
    const isNew = isViewing && !this.#viewing.has(who)
    note(this.#viewing, who, name, isViewing && VIEWING_LASTS)
    if (!isViewing) this.#typing.delete(who)
    this.#show()
    return isNew
  }

  #show() {
    const now = Date.now()
    for (const signs of [this.#typing, this.#viewing]) {
      for (const [who, { until }] of signs) if (until < now) signs.delete(who)
    }
    const typing = [...this.#typing.values()].map(({ name }) =>
      text('inbox_script.presence.typing', { name })
    )
    const here = [...this.#viewing]
      .filter(([who]) => !this.#typing.has(who))
      .map(([, { name }]) => text('inbox_script.presence.here', { name }))
    const line = [...typing, ...here].join(' · ')
    if (this.line.textContent !== line) this.line.textContent = line
    this.#warn()
  }

  /** Warns prominently of a teammate who is writing to the same visitor. */
  #warn() {
    const warning = this.warning()
    if (!warning) return
    const names = [...this.#typing].filter(([who]) => who !== VISITOR).map(([, { name }]) => name)
    const line = names.length ? replying(names) : ''
    if (warning.textContent !== line) warning.textContent = line
    warning.hidden = !line
  }
}

const replying = (all: string[]) =>
  text('inbox_script.presence.replying', {
    count: all.length,
    names: allInWords(all),
  })

function note(signs: Map<string, Sign>, who: string, name: string, lasts: number | false) {
  if (lasts) signs.set(who, { name, until: Date.now() + lasts })
  else signs.delete(who)
}
