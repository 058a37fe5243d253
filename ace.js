import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The oldest Node that runs the project. */
const NEEDED = 24

/** The Node that `npm ci` brings. npm puts it first for its scripts; a shell does not. */
const brought = ['node', 'node.exe']
  .map((name) => fileURLToPath(new URL(`node_modules/node/bin/${name}`, import.meta.url)))
  .find((path) => existsSync(path))

const isTooOld = Number.parseInt(process.versions.node, 10) < NEEDED

if (isTooOld && brought) {
  const { status } = spawnSync(brought, process.argv.slice(1), { stdio: 'inherit' })
  process.exitCode = status ?? 1
} else {
  await import('@poppinss/ts-exec')
  await import('./bin/console.js')
}
