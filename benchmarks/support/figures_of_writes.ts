import type { Writers, WritesResult } from '../figures/writes.js'
import type { Figure } from './report.js'
import { percent } from './units.js'

/** At least so much of the floor, by who writes and how many at a time; those of MariaDB hold for every server. */
const WRITE_SHARES: Record<Writers, Record<'SQLite' | 'server', Record<number, number>>> = {
  visitor: {
    SQLite: { 1: 0.45, 8: 0.6, 32: 0.65 },
    server: { 1: 0.48, 8: 0.52, 32: 0.7 },
  },
  agent: {
    SQLite: { 1: 0.14, 8: 0.14, 32: 0.14 },
    server: { 1: 0.18, 8: 0.18, 32: 0.18 },
  },
}
const WRITTEN: Record<Writers, string> = {
  visitor: 'visitor messages',
  agent: "an agent's replies",
}

export const writesFigures = ({ database, shares }: WritesResult): Figure[] =>
  shares.map(({ writers, concurrency, product, floor, rounds }) => {
    const kind = database === 'SQLite' ? 'SQLite' : 'server'
    const target = WRITE_SHARES[writers][kind][concurrency]
    return {
      what: `${WRITTEN[writers]} per second, ${concurrency} at a time, ${database}`,
      measured: product.toFixed(0),
      floor: floor.toFixed(0),
      ratio: `${percent(product / floor)} (rounds: ${rounds.map(percent).join(' to ')})`,
      target: `≥ ${percent(target)}`,
      met: product / floor >= target,
    }
  })
