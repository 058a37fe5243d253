import { execFileSync } from 'node:child_process'
import { assetsAreStale } from '../../bin/start/built_assets.js'

/** Browsers are tested with what the sources say now, on a clean clone as well. */
export function freshAssets() {
  if (!assetsAreStale()) return
  execFileSync(process.execPath, ['--import=@poppinss/ts-exec', 'bin/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}
