import { prettyPrintError } from '@adonisjs/core'
import { configure, processCLIArgs, run } from '@japa/runner'
import { createIgnitor } from '../boot.js'
import { suitesInOrder } from './suites.js'

/** Runs what the command line names of the suites, in this process; `bin/test.ts` gives it its database and port. */
createIgnitor()
  .testRunner()
  .configure(async (app) => {
    const { runnerHooks, ...config } = await import('../../tests/bootstrap.js')
    const args = process.argv.splice(2)
    processCLIArgs(args)
    const { suites, ...options } = app.rcFile.tests
    configure({
      ...options,
      ...config,
      suites: suitesInOrder(suites, args),
      setup: runnerHooks.setup,
      teardown: runnerHooks.teardown.concat([() => app.terminate()]),
    })
  })
  .run(() => run())
  .catch(async (error) => {
    await prettyPrintError(error)
    process.exit(1)
  })
