const SOUND = 'crm-chat:sound'
const LOOKING = 'crm-chat:looking'
const LOOK_LASTS = 60_000

/** The agent's choices in this browser, and the conversation on the screen of any of its tabs. */
export const preferences = {
  get sound() {
    return read(SOUND) !== 'off'
  },

  set sound(wanted: boolean) {
    write(SOUND, wanted ? 'on' : 'off')
  },

  /** The conversation on the screen of a visible tab, if any: it needs no alert. */
  get lookingAt() {
    const [conversation, at] = read(LOOKING)?.split(' ') ?? []
    return Date.now() - Number(at) < LOOK_LASTS ? conversation : null
  },

  /** Has to be set again regularly: a crashed tab's value expires. */
  set lookingAt(conversation: string | null) {
    write(LOOKING, conversation && `${conversation} ${Date.now()}`)
  },
}

function read(key: string) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    /** Without storage a choice is lost; nothing else depends on it. */
  }
}
