import type { Priority } from 'adonis-crm-chat'
import type { DemoWidget } from '#database/seeders/chat/widgets'
import type { Device } from '#database/seeders/chat/visitor_clients'

/** The demo users who answer, by the local part of their address. */
export type DemoAgent = 'agent' | 'agent2' | 'admin'

export interface DemoConversation {
  widget?: DemoWidget
  name?: string
  email?: string
  phone?: string
  country: string
  device: Device
  referrer?: string
  /** Pages in the order in which they were opened: path, a space, title. */
  pages: string[]
  /** Minutes since the last step. */
  last: number
  agent?: DemoAgent
  priority?: Priority
  /** The visitor has not read what the team wrote last. */
  isUnseen?: boolean
  /** No agent has read what the visitor wrote last. */
  isUnread?: boolean
  /**
   * One step per line: `>` the visitor writes, `<` the agent answers, `#` the agent notes down, `!`
   * something is done: assign WHO, transfer DEPARTMENT, label NAME, resolve, close, archive, reopen,
   * promote, convert, ticket TITLE, rate N WORDS, wait MINUTES.
   */
  script: string
}

export interface Step {
  kind: '>' | '<' | '#' | '!'
  text: string
  /** Minutes since the first step. */
  at: number
}

/** Minutes that pass before each kind of step, in turn, so that threads do not tick like a clock. */
const PACE = {
  '>': [0.6, 2.1, 1.2, 4.3],
  '<': [1.4, 0.7, 3.2, 0.9, 2.3, 6.5],
  '#': [0.8, 1.3],
  '!': [1.2, 0.5],
}
/** Conversations are not always ended when the last word has been said. */
const ENDING = [3, 9, 1.5, 26, 5, 48]
/** How long the first answer takes: an agent is not always free when a visitor asks. */
const FIRST_ANSWER = [0.6, 1.1, 0.4, 2.2, 0.8, 5.5, 1.6, 0.5, 12, 3.1, 0.9, 1.3]

export const HOUR = 60
export const DAY = 24 * HOUR

/** The steps of a script, with the time at which each happens. */
export function parseScript(script: string): Step[] {
  const steps: Step[] = []
  const luck = script.length
  let at = 0
  let isAnswered = false
  for (const line of script.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const [kind, text] = [line[0] as Step['kind'], line.slice(1).trim()]
    const wait = /^wait (\d+)$/.exec(text)
    if (kind === '!' && wait) {
      at += Number(wait[1])
      continue
    }
    const isFirstAnswer: boolean = kind === '<' && !isAnswered
    const isEnding = kind === '!' && /^(resolve|close)/.test(text)
    const pace = isFirstAnswer ? FIRST_ANSWER : isEnding ? ENDING : PACE[kind]
    if (steps.length) at += pace[(steps.length + luck) % pace.length]
    isAnswered ||= isFirstAnswer
    steps.push({ kind, text, at })
  }
  return steps
}

/** How many minutes a conversation took, from its first step to its last. */
export function durationOf(conversation: DemoConversation) {
  return parseScript(conversation.script).at(-1)!.at
}
