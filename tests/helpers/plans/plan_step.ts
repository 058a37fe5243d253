/** One step of how a database runs a statement. */
export interface PlanStep {
  /** As the database says it. */
  text: string
  /** The table, or its alias. */
  table?: string
  index?: string
  /** Reads a table or an index from end to end. */
  readsAll: boolean
  /** Sorts rows, which an index could have given in order. */
  sorts: boolean
  /** Enters its index at a bound: `<`, `>` or the like. */
  isRange: boolean
  /** Reads all rows of a tenant. */
  readsTenant: boolean
  /** Reads nothing but an index. */
  isCovered: boolean
  /** How many rows it expects; unlimited where the database does not say. */
  rows: number
}
