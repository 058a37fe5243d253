import type { RuleJson } from '../../../../app/chat/transformers/json/rules_json.js'
import { holds } from './conditions.js'
import { config } from './config.js'
import { Invitation } from './invitation.js'
import { wouldDisturb } from './manners.js'
import { Memory } from './memory.js'
import { Signals } from './signals.js'

const LOOK_MS = 1000

/**
 * The loader's second stage: decides about the proactive messages of a widget (W15). A rule's message is shown once per
 * visitor, over all tabs, and one per page; it waits while the visitor is in a field, a dialog or a conversation. When
 * every rule has been shown, it is over.
 */
class Rules {
  #abort = new AbortController()
  #memory = new Memory()
  #signals = new Signals(this.#abort.signal, () => this.#consider())
  #invitation: Invitation
  #visits = 0
  /** The rule whose conditions hold, and when its message is due. */
  #due?: { rule: RuleJson; at: number }
  /** Whether this page has shown a message. */
  #isDone = false
  #timer: ReturnType<typeof setInterval>

  constructor(private host: Element) {
    const { signal } = this.#abort
    this.#invitation = new Invitation(host, signal, ({ id }) => {
      this.#memory.remember(id, 'dismissed')
      report(id, 'dismissed')
    })
    addEventListener('storage', (event) => this.#storedElsewhere(event), { signal })
    addEventListener('pagehide', () => this.#visit(), { signal })
    this.#visit()
    this.#timer = setInterval(() => this.#tick(), LOOK_MS)
    this.#consider()
  }

  /** The website asks for the rules of this name. */
  trigger(name: string) {
    this.#signals.triggers.add(String(name))
    this.#consider()
  }

  opened() {
    this.#invitation.open()
  }

  #tick() {
    if (!this.host.isConnected) return this.#stop()
    if (this.#signals.tick()) {
      this.#due = undefined
      this.#isDone = false
    }
    this.#consider()
  }

  #consider() {
    if (this.#isDone || !this.host.isConnected) return
    const left = this.#memory.left(config.rules)
    if (left.length === 0) return
    if (this.#due && !left.includes(this.#due.rule)) this.#due = undefined
    if (!this.#due) {
      const rule = left.find((each) => holds(each, this.#signals, this.#visits))
      if (!rule) return
      this.#due = { rule, at: performance.now() + rule.delay * 1000 }
    }
    if (performance.now() < this.#due.at || document.hidden) return
    if (this.#invitation.isTaken || wouldDisturb()) return
    void this.#show(this.#due.rule)
  }

  async #show(rule: RuleJson) {
    this.#isDone = true
    this.#due = undefined
    // Another tab was faster: this page may show another rule
    if (!(await this.#memory.claim(rule.id))) return void (this.#isDone = false)
    if (!this.host.isConnected || this.#invitation.isTaken) return
    this.#invitation.show(rule)
    report(rule.id, 'shown')
  }

  /** A message that is put away in one tab goes in all. */
  #storedElsewhere({ key, newValue }: StorageEvent) {
    const { rule } = this.#invitation
    if (!rule || key !== this.#memory.entryOf(rule.id)) return
    if (newValue === 'dismissed') this.#invitation.clear()
  }

  /** Visits are counted only where a rule asks for them. */
  #visit() {
    const isAsked = config.rules.some(({ visits }) => visits !== null)
    if (isAsked && this.#memory.hasConsent && this.host.isConnected) {
      this.#visits = this.#memory.visit()
    }
  }

  #stop() {
    clearInterval(this.#timer)
    this.#abort.abort()
  }
}

/** Counts what happened to a message, anonymously. */
function report(id: string, event: 'shown' | 'dismissed') {
  fetch(`${config.counts}${id}/${event}`, { method: 'POST', keepalive: true }).catch(() => {})
}

const host = document.querySelector('crm-chat')
const api = window.CrmChat
// A website that may not show the chat has neither
if (host && api?.open) {
  const rules = new Rules(host)
  const queue = api.q as unknown as string[]
  queue.splice(0).forEach((name) => rules.trigger(name))
  queue.push = (name) => {
    rules.trigger(name)
    return 0
  }
  api('on', 'open', () => rules.opened())
}
