import { randomUUID } from 'node:crypto'

/** A generator of numbers that gives the same ones for the same seed, so that a failure can be seen again. */
export class Dice {
  #state: number

  constructor(seed: string) {
    this.#state = [...seed].reduce(
      (sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619),
      2166136261
    )
  }

  /** At least 0, below `sides` (mulberry32). */
  roll(sides: number) {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }

  pick<T>(list: readonly T[]): T {
    return list[this.roll(list.length)]
  }
}

const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

const VALUES: unknown[] = [
  ...[0, -1, 42, 4.2, 1e308, 2 ** 53, -(2 ** 63), 2147483648, true, false, null],
  ...[[], {}, ['a'], [null], [[]], [{}], { a: { b: 1 } }, nested(60), Array(1000).fill('a')],
  ...[{ toString: 1 }, { valueOf: 1, toString: 1 }, { length: 1e9 }, { then: 'x' }],
  ...['{"__proto__":{"admin":1}}', '{"constructor":{"prototype":{"admin":1}}}'].map((json) =>
    JSON.parse(json)
  ),
]

const TEXTS = [
  ...['', ' ', '\0', 'a\0b', '\ud800', 'x\udc00y', '\u202e\u200b', '\ufeff', '😀'.repeat(2000)],
  ...[
    'x'.repeat(300),
    'x'.repeat(6000),
    'x'.repeat(50_000),
    `${'a'.repeat(5000)}!`,
    'a@'.repeat(2000),
  ],
  ...['%00', '%ff', '%', '../../etc/passwd', '{{ 7 * 7 }}', '${7*7}', '<script>alert(1)</script>'],
  ...[
    `'; drop table users; --`,
    '" or 1=1',
    '%_%',
    '\\',
    'javascript:alert(1)',
    'http://[::1',
    'https://',
  ],
  ...['1e999', 'NaN', 'Infinity', '-0', '0x10', '１２', '99999999999999999999', '-1', '1.5'],
  ...[
    '9999-12-31T23:59:59Z',
    '0000-00-00',
    '2026-02-30',
    '+275760-09-13T00:00:00.001Z',
    '2026-W99',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    '[object Object]',
    'me',
    'nobody',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'agent:1',
    'department:x',
    'before.1',
    'eyJpZCI6MX0=',
  ],
]

/** Any value of the wrong type, size or alphabet. */
export const hostileValue = (dice: Dice) => (dice.roll(3) ? dice.pick(TEXTS) : dice.pick(VALUES))

/** Parts of paths that are no ids, encoded as an attacker would. */
const PATH_PARTS = [
  ...[
    '%00',
    '1%00',
    '%ff',
    '%',
    '%c0%80',
    '..%2f..%2f',
    '%2e%2e',
    '%F0%9F%98%80',
    "1'",
    '%22',
    '-1',
    '0',
  ],
  ...[
    '99999999999999999999',
    '2147483648',
    '1e5',
    '0x1',
    '1.5',
    'x'.repeat(3000),
    '__proto__',
    'me',
  ],
]

const QUERY_VALUES = [
  ...[
    '',
    '%00',
    '%ff',
    '%zz',
    '%',
    'x'.repeat(3000),
    '-1',
    '1e999',
    '%F0%9F%98%80',
    "'%20or%201=1",
  ],
  ...['%ED%A0%80', '[object%20Object]', '99999999999999999999', '__proto__', '2026-02-30'],
]

const QUERY_FORMS: ((name: string, value: string) => string)[] = [
  (name, value) => `${name}=${value}`,
  (name, value) => `${name}[]=${value}`,
  (name, value) => `${name}[a]=${value}`,
  (name, value) => `${name}[__proto__][x]=${value}`,
  (name, value) => `${name}=${value}&${name}=${value}`,
  (name) => name + '[a]'.repeat(40),
]

const QUERY_NAMES = [
  ...[
    'filter',
    'status',
    'widget',
    'label',
    'agent',
    'priority',
    'sort',
    'q',
    'cursor',
    'limit',
    'after',
    'before',
  ],
  ...[
    'at',
    'page',
    'ids',
    'period',
    'from',
    'to',
    'table',
    'panel',
    'presence',
    'background',
    '_method',
    'id',
  ],
]

const TYPES = [
  ...[
    'text/plain',
    'application/xml',
    'nonsense',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
  ],
  ...['application/json; charset=utf-99', 'application/x-www-form-urlencoded'],
]

const RAW_BODIES = [
  ...[
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '7',
    '\0',
    '{"a":1',
    '[[[[',
    'a=%ff&b[__proto__][x]=1&%zz=%',
    'a[b]'.repeat(500),
  ],
  ...[
    '{"a":1e999}',
    '{"a":"\\ud800"}',
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    'a&'.repeat(3000),
  ],
]

const ACCEPTS = ['application/json', 'text/html', '*/*', 'nonsense', 'text/html;q=x, */*;q=-1']

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
}

export interface FuzzRequest {
  path: string
  init: { method: string; headers: Record<string, string>; body?: string }
}

/** One hostile request to a route. */
export function hostileRequest(target: FuzzTarget, dice: Dice): FuzzRequest {
  const headers: Record<string, string> = { Accept: dice.pick(ACCEPTS) }
  const isBodyless = target.body === null
  if (isBodyless || dice.roll(8) === 0) {
    const path = dice.roll(3)
      ? withQuery(target.address, dice)
      : target.withParameter(dice.pick(PATH_PARTS))
    if (isBodyless) return { path, init: { method: target.method, headers } }
    return { path, init: { method: target.method, ...body(hostileBody(target, dice), headers) } }
  }
  const { method, address: path } = target
  if (dice.roll(8) === 0) {
    const type = dice.pick([...TYPES, 'application/json', 'application/json'])
    const init = {
      method,
      headers: { ...headers, 'Content-Type': type },
      body: dice.pick(RAW_BODIES),
    }
    return { path, init }
  }
  return { path, init: { method, ...body(hostileBody(target, dice), headers) } }
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
    result[name] = hostileValue(dice)
  }
  return result
}

function withQuery(address: string, dice: Dice) {
  const pairs = Array.from({ length: 1 + dice.roll(3) }, () =>
    dice.pick(QUERY_FORMS)(dice.pick(QUERY_NAMES), dice.pick(QUERY_VALUES))
  )
  return `${address}?${pairs.join('&')}`
}
