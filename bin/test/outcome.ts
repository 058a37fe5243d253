/** How one test ended, or something beside the tests that failed. */
export interface Outcome {
  /** One that only began was running when its process ended. */
  result: 'passed' | 'failed' | 'skipped' | 'begun'
  suite: string
  /** From the root of the repository; null for what belongs to no file, such as the start of a server. */
  file: string | null
  group: string | null
  /** As the source has it, which is what `--tests` takes. */
  title: string
  /** The title with the values of its row, where the test has rows. */
  name: string
  /** What went wrong and where, in a few lines. */
  error?: string
}

/** The same for the same test, however often it runs. */
export const keyOf = ({ suite, file, group, name }: Outcome) =>
  JSON.stringify([suite, file, group, name])

/** Each test one time, as the last of its outcomes says. */
export function latestOf(outcomes: Outcome[]): Outcome[] {
  return [...new Map(outcomes.map((outcome) => [keyOf(outcome), outcome])).values()]
}
