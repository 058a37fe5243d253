import { Session, type Profiler } from 'node:inspector/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds of this process' own time, per function. */
export type SelfTimes = Record<string, number>

/** Waiting, and the watching itself. */
const NOT_WORK = ['(idle)', 'Node: inspector']

/** What the engine's names for native code stand for. */
const NATIVE: Record<string, string> = {
  '': 'SQLite itself and other add-ons (native)',
  'writeBuffer': 'writing to sockets (native)',
  'writeUtf8String': 'writing to sockets (native)',
}

/** Watches this process for a while. Time that it spent waiting is left out. */
export async function profileFor(seconds: number): Promise<SelfTimes> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 500 })
  await session.post('Profiler.start')
  await wait(seconds * 1000)
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return selfTimes(profile)
}

function selfTimes(profile: Profiler.Profile): SelfTimes {
  const places = new Map(profile.nodes.map((node) => [node.id, placeOf(node.callFrame)]))
  const times: SelfTimes = {}
  profile.samples?.forEach((id, index) => {
    const place = places.get(id)!
    times[place] = (times[place] ?? 0) + (profile.timeDeltas?.[index] ?? 0) / 1000
  })
  for (const place of NOT_WORK) delete times[place]
  return times
}

/** A package, a file of ours, or the part of Node that the time belongs to. */
function placeOf({ url, functionName }: { url: string; functionName: string }) {
  const [, dependency] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  if (dependency) return dependency
  const [, own] = /\/((?:app|start|providers|config|bin)\/.*)$/.exec(url) ?? []
  if (own) return own
  if (url.startsWith('node:'))
    return `Node: ${url.slice('node:'.length).split('/').slice(0, 2).join('/')}`
  if (functionName.startsWith('(')) return functionName
  return NATIVE[functionName] ?? `${functionName} (native)`
}
