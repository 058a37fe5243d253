const SOUND = 'crm-chat:sound'
const LOOKING = 'crm-chat:looking'
const LOOK_LASTS = 60_000

/** What this browser's agent has chosen, and what they look at in whichever tab. */
export const preferences = {
  get sound() {
    return read(SOUND) !== 'off'
  },

  set sound(wanted: boolean) {
    write(SOUND, wanted ? 'on' : 'off')
  },

  /** The conversation on the screen of a visible tab, if any: nobody needs to be alerted to it. */
  get lookingAt() {
    const [conversation, at] = read(LOOKING)?.split(' ') ?? []
    return Date.now() - Number(at) < LOOK_LASTS ? conversation : null
  },

  /** Has to be said again every now and then: a tab that crashed looks at nothing. */
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
    /** Without storage a choice holds for nobody; nothing else depends on it. */
  }
}
