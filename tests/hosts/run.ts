import { fileURLToPath } from 'node:url'
import { KITS } from './kits.js'
import { packedModule } from './packed_module.js'
import { play } from './play.js'

/**
 * `npm run test:hosts [-- kit …]`: what a new user does, in fresh applications: install the packed module, configure,
 * migrate, check, build, start in production, and chat from a website on another origin. Without a name all of
 * `kits.ts` are played.
 */
process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const chosen = process.argv.slice(2)
const names = chosen.length ? chosen : Object.keys(KITS)
const unknown = names.find((name) => !(name in KITS))
if (unknown) throw new Error(`There is no kit "${unknown}": ${Object.keys(KITS).join(', ')}`)

const module = await packedModule()
let failed = 0
for (const name of names) {
  try {
    await play(name, KITS[name], module)
  } catch (error) {
    failed += 1
    console.error(`${name}:`, error)
  }
}
console.log(`hosts: ${names.length - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
