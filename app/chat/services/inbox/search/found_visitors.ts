/** Matching visitors. */
export interface FoundVisitors {
  ids: number[]
  /** Whether all visitors have been read. */
  isComplete: boolean
}
