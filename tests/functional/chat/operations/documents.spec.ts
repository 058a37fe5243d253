import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { ChatMetrics } from '#chat/metrics/chat_metrics'
import { namedIn } from '#tests/helpers/named_in'
import { servedRoutes } from '#tests/helpers/routes'

/** A variable of the environment. */
const VARIABLE = /\b((?:APP|DB|REDIS|TRUST|WIDGET|CHAT|SQLITE)_[A-Z]+)\b(?!_)/g

test.group('The page about operating', () => {
  test('names addresses, variables and figures that exist', async ({ assert }) => {
    const operate = await readFile('docs/operate.md', 'utf8')
    const routes = new Set(servedRoutes().map(({ pattern }) => pattern))
    const addresses = ['/p/chat/health', '/chat/metrics', '/p/chat/metrics']
    for (const address of addresses) {
      assert.include(operate, address)
      assert.isTrue(routes.has(address), address)
    }
    const metrics = await app.container.make(ChatMetrics)
    for (const { name } of await metrics.read()) {
      if (name !== 'process_start_time_seconds') assert.include(operate, `\`${name}\``)
    }
    const known = await readFile('start/env.ts', 'utf8')
    const files = ['docs/operate.md', 'compose.yaml', 'deploy/*.service']
    for (const name of await namedIn(files, VARIABLE)) assert.include(known, `${name}:`, name)
  })
})
