/** What is known of one conversation for counting it. */
export interface ConversationFacts {
  widgetId: number
  agentId: number | null
  startedAt: number
  firstResponseAt: number | null
  resolvedAt: number | null
  rating: number | null
  /** Whose rating it is: the agent who had the conversation when it was rated. */
  ratedAgentId: number | null
}

/**
 * What a set of conversations comes to. All figures are computed from tallies of different
 * conversations, however many and in any order.
 */
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

/** Counts one conversation in, all but its rating, which may be another agent's. */
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

/** Never below zero, should clocks of several machines disagree. */
const secondsBetween = (from: number, to: number) => Math.max(0, Math.round((to - from) / 1000))
