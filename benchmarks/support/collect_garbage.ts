import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Collects all garbage of this process, twice: what the first time finalises is gone after the second. */
export function collectGarbage() {
  collect()
  collect()
}
