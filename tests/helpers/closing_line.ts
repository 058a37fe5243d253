import type { NamedReporterContract } from '@japa/runner/types'

/** Ends every run with one plain line that people and machines can read. */
export const closingLine: NamedReporterContract = {
  name: 'closing',
  handler(runner, emitter) {
    emitter.on('runner:end', () => {
      const { aggregates, hasError } = runner.getSummary()
      const skipped = aggregates.skipped + aggregates.todo
      const failed = Math.max(aggregates.failed, hasError ? 1 : 0)
      const line = `${aggregates.passed} passed, ${failed} failed`
      process.once('exit', () => console.log(skipped ? `${line}, ${skipped} skipped` : line))
    })
  },
}
