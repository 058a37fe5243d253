interface Sign {
  name: string
  until: number
}

const VISITOR = 'visitor'
const TYPING_LASTS = 6000
const VIEWING_LASTS = 45_000

/** Who else is in the conversation: the visitor typing, teammates looking at it or typing. */
export class Presence {
  #typing = new Map<string, Sign>()
  #viewing = new Map<string, Sign>()
  #timer?: ReturnType<typeof setInterval>

  constructor(
    private line: HTMLElement,
    /** Where one is warned, beside the field; the composer may be drawn anew at any time. */
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

  /** Answers whether this is somebody who was not there before. */
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
    const typing = [...this.#typing.values()].map(({ name }) => `${name} is typing…`)
    const here = [...this.#viewing]
      .filter(([who]) => !this.#typing.has(who))
      .map(([, { name }]) => `${name} is here too`)
    const text = [...typing, ...here].join(' · ')
    if (this.line.textContent !== text) this.line.textContent = text
    this.#warn()
  }

  /** A teammate who is writing to the same visitor is hard to overlook. */
  #warn() {
    const warning = this.warning()
    if (!warning) return
    const names = [...this.#typing].filter(([who]) => who !== VISITOR).map(([, { name }]) => name)
    const text = names.length
      ? `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} replying right now`
      : ''
    if (warning.textContent !== text) warning.textContent = text
    warning.hidden = !text
  }
}

function note(signs: Map<string, Sign>, who: string, name: string, lasts: number | false) {
  if (lasts) signs.set(who, { name, until: Date.now() + lasts })
  else signs.delete(who)
}
