import { setTimeout as wait } from 'node:timers/promises'
import type { Held } from '../processes/server.js'
import { whileListening } from '../support/listening.js'

const VISITORS = 300
const WRITERS = 50
const ROUNDS = 12
/** Rounds until everything that is made once has been made. */
const WARM = 4
const PER_SECOND = 150
const SETTLE_MS = 1500
const SECONDS = 3

export interface SoakResult {
  rounds: number
  messages: number
  /** Per round: bytes of the heap after a collection, and open handles. */
  heapSlope: number
  handleSlope: number
}

/**
 * Hours in a minute: in each round hundreds of streams open and close and messages go through. What the process holds
 * after each, with everything closed, may not grow.
 */
export async function measureSoak(): Promise<SoakResult> {
  const crowd = { writers: WRITERS, visitors: VISITORS, agents: 4, conversations: 200 }
  return whileListening('soak', crowd, async ({ product, visitors, sessions, listen }) => {
    const round = {
      listeners: visitors,
      agents: sessions,
      perSecond: PER_SECOND,
      seconds: SECONDS,
    }
    const held: Held[] = []
    for (let rounds = 0; rounds < ROUNDS; rounds += 1) {
      await listen(round)
      // The sockets that the listener has closed are closed here as well by then
      await wait(SETTLE_MS)
      held.push(await product.ask<Held>({ held: true }))
    }
    const warm = held.slice(WARM)
    return {
      rounds: warm.length,
      messages: ROUNDS * PER_SECOND * SECONDS,
      heapSlope: slopeOf(warm.map(({ heap }) => heap)),
      handleSlope: slopeOf(warm.map(({ handles }) => handles)),
    }
  })
}

/** By how much the values grow from one to the next: the line with the least squares. */
function slopeOf(values: number[]) {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const above = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0)
  return above / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
}
