import type { RuleJson } from '../../../../app/chat/transformers/json/rules_json.js'
import { createStore } from '../loader/store.js'
import { sleep, withLock } from '../shared/net/tab_lock.js'
import { config } from './config.js'

/** A visit ends after this time without a page. */
const VISIT_MS = 30 * 60_000

/** Milliseconds in which a write reaches the processes of other tabs. */
const SETTLES = 100

const PREFIX = `crmchat:${config.key}:`

/** What became of a rule in this browser. */
export type Fate = 'shown' | 'dismissed'

/**
 * What this browser remembers of the rules, on the website's own origin as the loader does: which were shown and
 * dismissed, and how often the visitor has come, if a rule asks.
 */
export class Memory {
  #store = createStore(PREFIX)

  /** The entry's name in the local storage. */
  entryOf(id: string) {
    return `${PREFIX}p:${id}`
  }

  fateOf(id: string): string | undefined {
    return this.#store.read()[`p:${id}`]
  }

  remember(id: string, fate: Fate) {
    this.#store.write(`p:${id}`, fate)
  }

  /** Answers whether this tab is the one that shows the message: of several, the first. */
  claim(id: string): Promise<boolean> {
    return withLock(`crmchat-rules:${config.key}`, async () => {
      if (this.fateOf(id)) return false
      this.remember(id, 'shown')
      await sleep(SETTLES)
      return true
    })
  }

  /** Whether the visitor has agreed to what the widget asks for, if anything. */
  get hasConsent() {
    return hasAgreed(this.#store.read())
  }

  /** The rules whose message may be shown now: none without consent, or in a conversation, which the frame notes. */
  left(rules: RuleJson[]): RuleJson[] {
    const entries = this.#store.read()
    if (entries.talks || !hasAgreed(entries)) return []
    return rules.filter(({ id }) => !entries[`p:${id}`])
  }

  /** Notes that the visitor is here; answers which visit this is. */
  visit(): number {
    const [count = 0, at = 0] = (this.#store.read().visits ?? '').split(' ').map(Number)
    const number = Date.now() - at > VISIT_MS ? count + 1 : count
    this.#store.write('visits', `${number} ${Date.now()}`)
    return number
  }
}

const hasAgreed = ({ consent }: Record<string, string>) =>
  config.consent === null || consent === config.consent
