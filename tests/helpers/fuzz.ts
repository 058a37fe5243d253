import { randomUUID } from 'node:crypto'
import type { Dice } from '#tests/helpers/dice'
import * as hostile from '#tests/helpers/hostile_values'

export interface FuzzTarget {
  method: string
  /** An address that leads to something that exists. */
  address: string
  /** The same with one of its parameters replaced. */
  withParameter: (value: string) => string
  /** What the route accepts, as far as that is known; null for one without a body. */
  body: Record<string, unknown> | null
  /** Names that it, or a route like it, reads from a body. */
  names: readonly string[]
  /** Whether its body is a file, described by the query. */
  takesFile: boolean
}

export interface FuzzRequest {
  path: string
  init: { method: string; headers: Record<string, string>; body?: string }
}

/** One hostile request to a route. */
export function hostileRequest(target: FuzzTarget, dice: Dice): FuzzRequest {
  const headers: Record<string, string> = { Accept: dice.pick(hostile.ACCEPTS) }
  if (target.takesFile) return hostileUpload(target, dice, headers)
  const isBodyless = target.body === null
  if (isBodyless || dice.roll(8) === 0) {
    const path = dice.roll(3)
      ? withQuery(target.address, dice)
      : target.withParameter(dice.pick(hostile.PATH_PARTS))
    if (isBodyless) return { path, init: { method: target.method, headers } }
    return { path, init: { method: target.method, ...body(hostileBody(target, dice), headers) } }
  }
  const { method, address: path } = target
  if (dice.roll(8) === 0) {
    const type = dice.pick([...hostile.TYPES, 'application/json', 'application/json'])
    const init = {
      method,
      headers: { ...headers, 'Content-Type': type },
      body: dice.pick(hostile.RAW_BODIES),
    }
    return { path, init }
  }
  return { path, init: { method, ...body(hostileBody(target, dice), headers) } }
}

const DESCRIBED = ['name', 'upload_id', 'size', 'beside']

/** An upload of anything, of which something is said twice or wrongly. */
function hostileUpload(
  { method, address }: FuzzTarget,
  dice: Dice,
  headers: FuzzRequest['init']['headers']
) {
  const good = `name=a.pdf&upload_id=${randomUUID()}`
  const wrong = dice.pick(hostile.QUERY_FORMS)(
    dice.pick(DESCRIBED),
    dice.pick(hostile.QUERY_VALUES)
  )
  const type = dice.roll(5) ? 'application/octet-stream' : dice.pick(hostile.TYPES)
  return {
    path: `${address}?${dice.roll(2) ? good : `${good}&${wrong}`}`,
    init: {
      method,
      headers: { ...headers, 'Content-Type': type },
      body: dice.pick([...hostile.RAW_BODIES, '%PDF-1.7']),
    },
  }
}

const body = (value: unknown, headers: Record<string, string>) => ({
  headers: { ...headers, 'Content-Type': 'application/json' },
  body: JSON.stringify(value).slice(0, 200_000),
})

/** What the route accepts with one or two values replaced, or nothing but wrong values. */
function hostileBody({ body: good, names }: FuzzTarget, dice: Dice) {
  const known = Object.keys(good ?? {})
  const result: Record<string, unknown> = dice.roll(5) ? { ...good } : {}
  if ('client_message_id' in result) result.client_message_id = randomUUID()
  const count = 1 + dice.roll(3)
  for (let nth = 0; nth < count; nth++) {
    const name = known.length && dice.roll(3) ? dice.pick(known) : dice.pick(names)
    result[name] = dice.pick(dice.roll(3) ? hostile.TEXTS : hostile.VALUES)
  }
  return result
}

function withQuery(address: string, dice: Dice) {
  const pairs = Array.from({ length: 1 + dice.roll(3) }, () =>
    dice.pick(hostile.QUERY_FORMS)(dice.pick(hostile.QUERY_NAMES), dice.pick(hostile.QUERY_VALUES))
  )
  return `${address}?${pairs.join('&')}`
}
