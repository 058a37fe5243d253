import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { Group } from '@japa/runner/core'
import type { Runner } from '@japa/runner/core'
import type { GroupEndNode, NamedReporterContract, TestEndNode } from '@japa/runner/types'
import { errorText } from '#tests/helpers/error_text'
import type { Outcome } from '../../bin/test/outcome.js'
import { END } from '../../bin/test/report.js'

type Reported = Omit<Outcome, 'suite'>

const fileOf = (meta: Record<string, any>) => relative(process.cwd(), meta.fileName)

const joined = (errors: unknown[]) => errors.map(errorText).join('\n')

/** A failure that belongs to no test. */
const beside = (name: string, error: unknown): Reported => ({
  result: 'failed',
  file: null,
  group: null,
  title: name,
  name,
  error: errorText(error),
})

const namesOf = (title: TestEndNode['title'], meta: TestEndNode['meta']) => ({
  file: fileOf(meta),
  group: meta.group?.title ?? null,
  title: title.original,
  name: title.expanded,
})

function ofTest({ title, meta, ...test }: TestEndNode, strays: unknown[]): Reported {
  const errors = [...test.errors.map(({ error }) => error), ...strays]
  return {
    result: errors.length ? 'failed' : test.isSkipped || test.isTodo ? 'skipped' : 'passed',
    ...namesOf(title, meta),
    ...(errors.length && { error: joined(errors) }),
  }
}

/** All tests of a group whose hooks failed: those that ended, or, where none was begun, those that it has. */
function ofGroup(
  { title, meta, errors }: GroupEndNode,
  ended: Reported[],
  runner: Runner
): Reported[] {
  const groups = runner.suites.flatMap(({ stack }) => stack).filter((it) => it instanceof Group)
  const group = groups.find(({ options }) => options.meta === meta)
  const begun = ended.map((it) => ({ title: it.title, name: it.name }))
  const planned = (group?.tests ?? []).map((test) => ({ title: test.title, name: test.title }))
  const error = joined(errors.map((it) => it.error))
  return (begun.length ? begun : planned).map((names) => {
    return { result: 'failed', file: fileOf(meta), group: title, ...names, error }
  })
}

/**
 * Reports to `bin/test.ts` how each test ended, by lines in the file that `TEST_REPORT` names. An error that nothing
 * caught fails the test during which it came; the hooks of a group fail all of its tests.
 */
export const outcomes: NamedReporterContract = {
  name: 'outcomes',
  handler(runner, emitter) {
    const report = process.env.TEST_REPORT
    if (!report) return
    let suite = ''
    let ended: Reported[] = []
    let strays: unknown[] | null = null

    const append = (one: Reported) =>
      appendFileSync(report, `${JSON.stringify({ suite, ...one })}\n`)
    const stray = (error: unknown) =>
      strays ? strays.push(error) : append(beside('Outside of the tests', error))
    process.on('uncaughtExceptionMonitor', stray).on('unhandledRejection', stray)

    emitter.on('suite:start', ({ name }) => void (suite = name))
    emitter.on('group:start', () => void (ended = []))
    emitter.on('test:start', ({ title, meta }) => {
      strays = []
      append({ result: 'begun', ...namesOf(title, meta) })
    })
    emitter.on('test:end', (test) => {
      const outcome = ofTest(test, strays ?? [])
      strays = null
      ended.push(outcome)
      append(outcome)
    })
    emitter.on('group:end', (group) => {
      if (group.errors.length) ofGroup(group, ended, runner).forEach(append)
    })
    emitter.on('suite:end', ({ errors }) => {
      for (const { phase, error } of errors) append(beside(phase, error))
    })
    emitter.on('runner:end', () => appendFileSync(report, `${END}\n`))
  },
}
