import type { DateTime } from 'luxon'
import type { DemoAgent } from '#database/seeders/chat/script'
import { FIRST_NAMES, LAST_NAMES, OPINIONS, TOPICS, WORDS, type Topic } from './topics.js'

/** A conversation that is long over, as it went. */
export interface PastChat {
  startedAt: DateTime
  topic: Topic
  name: string | null
  email: string | null
  agent: DemoAgent
  /** Seconds after the start. */
  answeredAfter: number
  resolvedAfter: number
  rating: { stars: number; words: string | null } | null
}

const DAYS = 42
const SLOWNESS: Record<DemoAgent, number> = { agent: 0.8, agent2: 1.6, admin: 1.1 }
const USUAL_ANSWER = 75
const USUAL_REST = 12 * 60
const LATE = 8 * 60

/**
 * Six weeks of a shop's chat: busy weekdays, quiet weekends, a peak before noon; most are answered within
 * two minutes and some much later, which shows in the ratings. The same on every machine but for the days.
 */
export function pastChats(now: DateTime, zone: string): PastChat[] {
  const dice = new Dice(20)
  const today = now.setZone(zone).startOf('day')
  const chats: PastChat[] = []
  for (let daysAgo = DAYS; daysAgo >= 0; daysAgo -= 1) {
    const day = today.minus({ days: daysAgo })
    const count = day.weekday > 5 ? dice.between(1, 3) : dice.between(5, 11)
    for (let n = 0; n < count; n += 1) {
      const hour = 8 + (dice.roll() + dice.roll()) * 5.5
      chats.push(pastChat(day.plus({ seconds: Math.round(hour * 3600) }), dice))
    }
  }
  return chats
    .filter(
      ({ startedAt, resolvedAfter }) => startedAt.plus({ seconds: resolvedAfter + 300 }) < now
    )
    .sort((left, right) => left.startedAt.toMillis() - right.startedAt.toMillis())
}

function pastChat(startedAt: DateTime, dice: Dice): PastChat {
  const agent: DemoAgent = dice.pick(['agent', 'agent', 'agent', 'agent2', 'agent2', 'admin'])
  const answeredAfter = Math.round(dice.around(USUAL_ANSWER * SLOWNESS[agent], 0.95))
  const rest = Math.round(dice.around(USUAL_REST, 0.8))
  const name = `${dice.pick(FIRST_NAMES)} ${dice.pick(LAST_NAMES)}`
  const isKnown = dice.roll() < 0.7
  return {
    startedAt,
    topic: filledIn(dice.pick(TOPICS), dice),
    name: isKnown ? name : null,
    email: isKnown ? `${name.toLowerCase().replace(' ', '.')}@example.com` : null,
    agent,
    answeredAfter,
    resolvedAfter: answeredAfter + Math.max(60, rest),
    rating: dice.roll() < 0.36 ? rating(answeredAfter, dice) : null,
  }
}

function rating(answeredAfter: number, dice: Dice) {
  const stars = dice.pick(answeredAfter > LATE ? [1, 2, 2, 3, 4] : [5, 5, 5, 5, 4, 4, 3])
  return { stars, words: dice.pick(OPINIONS[stars]) || null }
}

function filledIn(topic: Topic, dice: Dice): Topic {
  const words = Object.fromEntries(Object.keys(WORDS).map((key) => [key, dice.pick(WORDS[key])]))
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => words[key])
  const { question, answer, thanks } = topic
  return { ...topic, question: fill(question), answer: fill(answer), thanks: fill(thanks) }
}

/** Chance that comes out the same every time. */
class Dice {
  constructor(private state: number) {}

  /** From 0 to just below 1 (mulberry32). */
  roll() {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  between(from: number, to: number) {
    return from + Math.floor(this.roll() * (to - from + 1))
  }

  pick<T>(values: T[]): T {
    return values[Math.floor(this.roll() * values.length)]
  }

  /** Around a median, as waiting times are: never negative, with a long tail. */
  around(median: number, spread: number) {
    const normal = Math.sqrt(-2 * Math.log(1 - this.roll())) * Math.cos(2 * Math.PI * this.roll())
    return median * Math.exp(spread * normal)
  }
}
