import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shell } from './shell.js'

/** The largest tarball, in bytes. */
const LARGEST = 1.5 * 1024 * 1024

interface Packed {
  filename: string
  size: number
}

/** The path of the module's tarball, freshly built, checked as npm would publish it. */
export async function packedModule(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-package-'))
  const here = shell(process.cwd())
  await here('npm run build:package')
  const output = await here(`npm pack --json --pack-destination ${folder} ./build/package`)
  const [{ filename, size }] = JSON.parse(output.slice(output.indexOf('['))) as Packed[]
  if (size > LARGEST) throw new Error(`The tarball has ${size} bytes`)
  const tarball = join(folder, filename)
  await here(`.ci/lint_package ./build/package ${tarball}`)
  console.log(`${filename}: ${Math.round(size / 1024)} kB`)
  return tarball
}
