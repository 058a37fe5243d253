import { spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { DrillProxy } from '#chat/drill/drill_proxy'
import type { DrillServers } from '#chat/drill/drill_servers'
import { chatTable } from '#chat/models/chat_model'

/** What faults are made with. */
export interface Ground {
  servers: DrillServers
  /** Before the web processes, before Redis and before the database, where there is one. */
  front: DrillProxy
  redis?: DrillProxy
  database?: DrillProxy
  db: QueryClientContract
  widgetId: number
}

export interface Fault {
  name: string
  /** Why it cannot be made here; null when it can. */
  without(ground: Ground): string | null
  /** Breaks something for so many milliseconds, and mends it. */
  run(ground: Ground, ms: number): Promise<void>
}

const cutting = (name: string, proxy: (ground: Ground) => DrillProxy | undefined, absent: string) =>
  ({
    name,
    without: (ground) => (proxy(ground) ? null : absent),
    async run(ground, ms) {
      proxy(ground)!.cut()
      await wait(ms)
      proxy(ground)!.heal()
    },
  }) satisfies Fault

const always = () => null
const isSqlite = ({ db }: Ground) => db.dialect.name.includes('sqlite')

/** In this order, one after the other. */
export const FAULTS: Fault[] = [
  cutting('network cut before the web processes', ({ front }) => front, 'never'),
  {
    name: 'a web process killed',
    without: always,
    async run({ servers, front }, ms) {
      await servers.stop(servers.running[0], 'SIGKILL')
      front.switchTo(...servers.urls)
      await wait(ms)
      await servers.start()
      front.switchTo(...servers.urls)
    },
  },
  {
    name: 'a web process replaced, as in an upgrade',
    without: always,
    async run({ servers, front }) {
      const [old] = servers.running
      await servers.start()
      front.switchTo(...servers.urls.filter((url) => url !== old.url))
      await servers.stop(old)
    },
  },
  cutting('Redis gone', ({ redis }) => redis, 'Redis is not used'),
  cutting('connections to the database cut', ({ database }) => database, 'it is a file'),
  {
    name: 'database locked',
    without: always,
    async run({ db, widgetId }, ms) {
      await db.transaction(async (trx) => {
        const own = trx.from(chatTable('conversations')).where('widget_id', widgetId)
        await own.update({ widget_id: widgetId })
        await wait(ms)
      })
    },
  },
  {
    name: 'disk full',
    without: (ground) => (isSqlite(ground) ? withoutPrlimit() : 'the database is a server'),
    async run({ servers }, ms) {
      const { pids } = servers
      const limited = pids.filter((pid) => limitFiles(pid, '4096:'))
      await wait(ms)
      for (const pid of limited) limitFiles(pid, 'unlimited:')
    },
  },
]

/** No file of the process may grow beyond this: to the database that is a disk without room. */
const limitFiles = (pid: number, size: string) =>
  spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${size}`]).status === 0

const withoutPrlimit = () =>
  spawnSync('prlimit', ['--version']).status === 0 ? null : 'prlimit is missing'
