import { setTimeout as wait } from 'node:timers/promises'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { FAULTS, type Fault, type Ground } from '#chat/drill/drill_faults'
import { drillVisitors, drillWidget } from '#chat/drill/drill_ground'
import { DrillLoad } from '#chat/drill/drill_load'
import { drillNetwork } from '#chat/drill/drill_network'
import { DrillServers } from '#chat/drill/drill_servers'
import { tallyOf, type Tally } from '#chat/drill/drill_tally'
import type { DrillVisitor } from '#chat/drill/drill_visitor'
import type { ChatService } from '#chat/services/chat_service'

/** How much is drilled; times in milliseconds. */
export interface DrillEffort {
  /** At the least; they flow for as long as there are faults. */
  messages: number
  perSecond: number
  visitors: number
  /** How long each fault lasts, and the calm before the next one. */
  faultMs: number
  calmMs: number
}

export const WHOLE: DrillEffort = {
  messages: 10_000,
  perSecond: 40,
  visitors: 100,
  faultMs: 10_000,
  calmMs: 5000,
}
export const SHORT: DrillEffort = {
  messages: 500,
  perSecond: 20,
  visitors: 40,
  faultMs: 2500,
  calmMs: 500,
}

/** What became of one fault; times in milliseconds. */
export interface DrilledFault {
  name: string
  /** Why it was not made. */
  without: string | null
  /** The slowest message of those that were written meanwhile. */
  slowest?: number
}

export interface DrillResult {
  faults: DrilledFault[]
  tally: Tally
  seconds: number
}

/** Milliseconds until the last message has to be shown after the last fault. */
const PATIENCE_MS = 60_000

/** Breaks an installation on purpose, one thing after the other, while visitors write and read. */
export class Drill {
  constructor(
    protected chat: ChatService,
    protected db: QueryClientContract,
    protected root: URL,
    protected onProgress: (text: string) => void
  ) {}

  /** Starts two web processes of its own, and ends everything that it has started. */
  async run(effort: DrillEffort): Promise<DrillResult> {
    const startedAt = performance.now()
    const { environment, ...proxies } = await drillNetwork(process.env)
    const servers = new DrillServers(this.root, environment)
    try {
      const widget = await drillWidget(this.chat)
      this.onProgress('Two web processes start')
      await servers.start()
      await servers.start()
      const { front } = proxies
      front.switchTo(...servers.urls)
      const visitors = await drillVisitors(this.chat, widget, front.url, effort.visitors)
      const ground = { ...proxies, servers, db: this.db, widgetId: widget.id }
      const faults = await this.#drill(ground, visitors, effort)
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      return { faults, tally: tallyOf(visitors), seconds }
    } finally {
      await servers.stopAll()
      for (const proxy of [proxies.front, proxies.redis, proxies.database]) proxy?.close()
    }
  }

  async #drill(ground: Ground, visitors: DrillVisitor[], effort: DrillEffort) {
    const load = new DrillLoad(visitors, effort.perSecond)
    load.start()
    await wait(effort.calmMs)
    const faults: (DrilledFault & { from: number; to: number })[] = []
    for (const fault of FAULTS) faults.push(await this.#break(fault, ground, effort))
    this.onProgress('The rest of the messages')
    await load.reaches(effort.messages)
    await load.end(PATIENCE_MS)
    return faults.map(({ from, to, ...fault }) => ({
      ...fault,
      slowest: fault.without === null ? slowestBetween(visitors, from, to) : undefined,
    }))
  }

  async #break(fault: Fault, ground: Ground, { faultMs, calmMs }: DrillEffort) {
    const without = fault.without(ground)
    this.onProgress(without === null ? fault.name : `${fault.name}: not here, ${without}`)
    const from = performance.now()
    if (without === null) {
      await fault.run(ground, faultMs)
      await wait(calmMs)
    }
    return { name: fault.name, without, from, to: performance.now() }
  }
}

function slowestBetween(visitors: DrillVisitor[], from: number, to: number) {
  const meanwhile = visitors.flatMap(({ sent }) => sent.filter(({ at }) => at >= from && at < to))
  return Math.max(
    0,
    ...meanwhile.map(({ at, shownAt }) => (shownAt ?? Number.POSITIVE_INFINITY) - at)
  )
}
