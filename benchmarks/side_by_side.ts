import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { DrillLoad } from '#chat/drill/drill_load'
import { DrillProxy } from '#chat/drill/drill_proxy'
import { tallyOf } from '#chat/drill/drill_tally'
import { RedisProcess } from '../tests/helpers/redis_process.js'
import { runOnce, start } from './support/child.js'
import { drillVisitors } from './support/drill_visitors.js'
import { createDatabase, serverVersion } from './support/database.js'
import { PRODUCT_PORT, productionEnv } from './support/environment.js'
import type { Populated } from './support/population.js'

/**
 * `node --import=@poppinss/ts-exec benchmarks/side_by_side.ts FOLDER [MINUTES]`, after `node ace build` in both: the
 * version in another checkout and this one on one database, as during an upgrade. The earlier version makes the database
 * and serves; under load the later one migrates it, and then both serve. Prints how many messages were lost, doubled and
 * reordered.
 */
const [earlier, minutes = '10'] = process.argv.slice(2)
const VISITORS = 200
const PER_SECOND = 50
const LOADED_MS = 3000

const engine = (await serverVersion('mysql')) ? 'mysql' : 'sqlite'
const database = await createDatabase(engine, 'side_by_side')
const redis = await RedisProcess.start()
const env = (n: number) => ({ ...productionEnv(database, PRODUCT_PORT + n), REDIS_URL: redis.url })

const wanted = { visitors: VISITORS, agents: 1, conversations: 1_000 }
const { key, visitors: known } = await runOnce<Populated>('prepare', env(0), wanted, earlier)
const { child: old } = await start('server', env(0), {}, earlier)
const proxy = await DrillProxy.start(env(0).APP_URL, env(0).APP_URL)
const visitors = drillVisitors(proxy.url, key, known)
const load = new DrillLoad(visitors, PER_SECOND)
load.start()
await wait(LOADED_MS)

const migrating = fork('build/ace.js', ['migration:run', '--force'], {
  execArgv: [],
  env: { ...process.env, ...env(1) },
})
const [code] = await once(migrating, 'exit')
if (code !== 0) throw new Error('The later version could not migrate')
const { child: next } = await start('server', env(1))
proxy.switchTo(env(0).APP_URL, env(1).APP_URL)
await wait(Number(minutes) * 60_000)
await load.end(20_000)
console.log(tallyOf(visitors))

proxy.close()
await Promise.all([old.stop(), next.stop()])
await redis.kill()
await database.remove()
process.exit()
