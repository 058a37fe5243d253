import { cpus } from 'node:os'

/** Milliseconds that the machine's processors have been busy and idle, all together. */
function spent() {
  const times = cpus().map((cpu) => cpu.times)
  const idle = times.reduce((sum, each) => sum + each.idle, 0)
  const all = times.reduce((sum, each) => sum + Object.values(each).reduce((a, b) => a + b), 0)
  return { idle, all }
}

/** How much of the machine's processors is idle while the work is done, 0 to 1, by all processes. */
export async function idleDuring<Result>(work: () => Promise<Result>) {
  const before = spent()
  const result = await work()
  const after = spent()
  return { result, idle: (after.idle - before.idle) / (after.all - before.all) }
}
