/** How far the set-up has come. */
export interface SetupProgressJson {
  visit: {
    isVisited: boolean
    isTried: boolean
    /** The website that was refused, if any. */
    refused: string | null
    text: string
  }
  /** The state of each step by its name. */
  steps: Record<string, 'done' | 'next' | 'later'>
  count: { done: number; all: number }
}
