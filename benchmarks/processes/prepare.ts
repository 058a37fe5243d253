import { createIgnitor } from '../../bin/boot.js'
import type { Population } from '../support/population.js'
import { say } from '../support/child.js'

/** Migrates an empty database and fills it as asked; says what a load generator needs to know. */
const app = createIgnitor().createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { migrate, populate } = await import('../support/populate.js')
await migrate(app)
say(await populate(app, JSON.parse(process.argv[2]) as Population))
await app.terminate()
