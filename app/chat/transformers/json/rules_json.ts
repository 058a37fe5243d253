/** A proactive message with its conditions, as a browser decides about it; null conditions are not asked. */
export interface RuleJson {
  id: string
  text: string
  sender: string
  /** The language of the page. */
  lang: string | null
  /** Seconds. */
  delay: number
  seconds: number | null
  scroll: number | null
  idle: number | null
  exit: boolean
  page: string | null
  visits: number | null
  trigger: string | null
}

/** What the server puts in the place of `__CRM_CHAT_RULES__` when it serves the loader's second stage. */
export interface RulesJson {
  key: string
  /** The origin of the frame. */
  origin: string
  /** What the address begins with that counts what happens to a message. */
  counts: string
  /** What the button is called that puts a message away. */
  dismiss: string
  /** The version of the consent text that visitors agree to first; null where none is asked for. */
  consent: string | null
  rules: RuleJson[]
}
