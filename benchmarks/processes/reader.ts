import { performance } from 'node:perf_hooks'
import { say } from '../support/child.js'
import { RawClient } from '../support/raw_client.js'

/** Asks for each of the paths in turn, many times, one request after the other. */
export interface ReadingRound {
  port: number
  paths: string[]
  cookie: string
  times: number
}

/** Milliseconds of every request, per path. */
export type Read = number[][]

process.on('message', async ({ port, paths, cookie, times }: ReadingRound) => {
  const client = new RawClient(port)
  const latencies: Read = paths.map(() => [])
  for (let time = 0; time < times; time++) {
    for (const [index, path] of paths.entries()) {
      const startedAt = performance.now()
      const { status, body } = await client.request('GET', path, {
        Cookie: cookie,
        Accept: 'application/json',
      })
      if (status !== 200) throw new Error(`${path}: ${status} ${body.slice(0, 300)}`)
      latencies[index].push(performance.now() - startedAt)
    }
  }
  client.close()
  say(latencies)
})
say('ready')
