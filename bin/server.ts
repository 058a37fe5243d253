import { createServer } from 'node:http'
import { prettyPrintError } from '@adonisjs/core'
import { createIgnitor } from './boot.js'

/** Longer than people pause between two messages: Node's five seconds would have each open a connection anew. */
const KEEP_ALIVE_MS = 65_000

createIgnitor()
  .httpServer()
  .start((answer) => createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, answer))
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
