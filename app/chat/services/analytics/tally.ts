/** The parts of a conversation that figures are counted from. */
export interface ConversationFacts {
  widgetId: number
  agentId: number | null
  startedAt: number
  firstResponseAt: number | null
  resolvedAt: number | null
  rating: number | null
  /** The agent who gets the rating: the one who had the conversation when it was rated. */
  ratedAgentId: number | null
}

/** The sums of a set of conversations. Figures are computed from tallies of disjoint sets, added in any order. */
export interface Tally {
  started: number
  /** Seconds from the visitor's first message to the first reply, per answered conversation. */
  responseSeconds: number[]
  /** Seconds from the visitor's first message to the resolution, per resolved conversation. */
  resolutionSeconds: number[]
  ratingSum: number
  ratingCount: number
}

export const emptyTally = (): Tally => ({
  started: 0,
  responseSeconds: [],
  resolutionSeconds: [],
  ratingSum: 0,
  ratingCount: 0,
})

/** Adds a conversation to a tally, except its rating, which may belong to another agent. */
export function count(tally: Tally, facts: ConversationFacts) {
  tally.started += 1
  if (facts.firstResponseAt !== null) {
    tally.responseSeconds.push(secondsBetween(facts.startedAt, facts.firstResponseAt))
  }
  if (facts.resolvedAt !== null) {
    tally.resolutionSeconds.push(secondsBetween(facts.startedAt, facts.resolvedAt))
  }
}

export function countRating(tally: Tally, rating: number) {
  tally.ratingSum += rating
  tally.ratingCount += 1
}

/** Never below zero, even when the clocks of several machines differ. */
const secondsBetween = (from: number, to: number) => Math.max(0, Math.round((to - from) / 1000))
