import type { DrillVisitor } from '#chat/drill/drill_visitor'

/** What has become of the messages; times in milliseconds. */
export interface Tally {
  sent: number
  acknowledged: number
  /** Acknowledged, and never shown. */
  lost: number
  /** Shown more than once. */
  doubled: number
  /** Shown before one that was written earlier. */
  reordered: number
  /** From pressing Enter until the second tab showed it. */
  p50: number
  p95: number
  p99: number
  slowest: number
}

/** Compares what visitors have written with what their second tabs show. */
export function tallyOf(visitors: DrillVisitor[]): Tally {
  const all = visitors.flatMap(({ sent }) => sent)
  const times = all.flatMap(({ at, shownAt }) => (shownAt === undefined ? [] : [shownAt - at]))
  times.sort((one, other) => one - other)
  const at = (share: number) =>
    times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? Number.NaN
  return {
    sent: all.length,
    acknowledged: count(all, ({ acknowledgedAt }) => acknowledgedAt !== undefined),
    lost: count(all, (each) => each.acknowledgedAt !== undefined && each.shownAt === undefined),
    doubled: sum(visitors, doubledFor),
    reordered: sum(visitors, reorderedFor),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    slowest: at(1),
  }
}

const doubledFor = ({ reader, sent }: DrillVisitor) => {
  const shown = ownOf(reader.shown, sent)
  return shown.length - new Set(shown).size
}

function reorderedFor({ reader, sent }: DrillVisitor) {
  const order = new Map(sent.map(({ content }, index) => [content, index]))
  const shown = ownOf(reader.shown, sent).map((content) => order.get(content)!)
  return count(shown, (seq, index) => index > 0 && seq < shown[index - 1])
}

function ownOf(shown: string[], sent: DrillVisitor['sent']) {
  const own = new Set(sent.map(({ content }) => content))
  return shown.filter((content) => own.has(content))
}

const count = <Item>(items: Item[], fits: (item: Item, index: number) => boolean) =>
  items.filter(fits).length
const sum = <Item>(items: Item[], of: (item: Item) => number) =>
  items.reduce((total, item) => total + of(item), 0)
