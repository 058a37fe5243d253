import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { Group } from '@japa/runner/core'
import type { Runner } from '@japa/runner/core'
import type { GroupEndNode, NamedReporterContract, TestEndNode } from '@japa/runner/types'
import { errorText } from '#tests/helpers/error_text'
import type { Outcome } from '../../bin/test/outcome.js'
import { END } from '../../bin/test/report.js'

type Told = Omit<Outcome, 'suite'>

const fileOf = (meta: Record<string, any>) => relative(process.cwd(), meta.fileName)

const joined = (errors: unknown[]) => errors.map(errorText).join('\n')

/** A failure that belongs to no test. */
const beside = (name: string, error: unknown): Told => ({
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

function ofTest({ title, meta, ...test }: TestEndNode, strays: unknown[]): Told {
  const errors = [...test.errors.map(({ error }) => error), ...strays]
  return {
    result: errors.length ? 'failed' : test.isSkipped || test.isTodo ? 'skipped' : 'passed',
    ...namesOf(title, meta),
    ...(errors.length && { error: joined(errors) }),
  }
}

/** All tests of a group whose hooks failed: those that ended, or, where none was begun, those that it has. */
function ofGroup({ title, meta, errors }: GroupEndNode, ended: Told[], runner: Runner): Told[] {
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
 * Tells `bin/test.ts` how each test ended, by lines in the file that `TEST_REPORT` names. An error that nothing
 * caught fails the test during which it came; the hooks of a group fail all of its tests.
 */
export const outcomes: NamedReporterContract = {
  name: 'outcomes',
  handler(runner, emitter) {
    const report = process.env.TEST_REPORT
    if (!report) return
    let suite = ''
    let ended: Told[] = []
    let strays: unknown[] | null = null

    const tell = (told: Told) => appendFileSync(report, `${JSON.stringify({ suite, ...told })}\n`)
    const stray = (error: unknown) =>
      strays ? strays.push(error) : tell(beside('Outside of the tests', error))
    process.on('uncaughtExceptionMonitor', stray).on('unhandledRejection', stray)

    emitter.on('suite:start', ({ name }) => void (suite = name))
    emitter.on('group:start', () => void (ended = []))
    emitter.on('test:start', ({ title, meta }) => {
      strays = []
      tell({ result: 'begun', ...namesOf(title, meta) })
    })
    emitter.on('test:end', (test) => {
      const told = ofTest(test, strays ?? [])
      strays = null
      ended.push(told)
      tell(told)
    })
    emitter.on('group:end', (group) => {
      if (group.errors.length) ofGroup(group, ended, runner).forEach(tell)
    })
    emitter.on('suite:end', ({ errors }) => {
      for (const { phase, error } of errors) tell(beside(phase, error))
    })
    emitter.on('runner:end', () => appendFileSync(report, `${END}\n`))
  },
}
