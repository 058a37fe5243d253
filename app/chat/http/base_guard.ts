import type { Router } from '@adonisjs/core/http'
import type { RouteJSON } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import { BaseTaken } from '#chat/exceptions/base_errors'

type Token = RouteJSON['tokens'][number]

const STATIC = 0
const WILDCARD = 2
const OPTIONAL = 3

/**
 * Has the host's router refuse to start with a route of the host that lies under a base of the module and takes an
 * address of it, or whose addresses the module takes. A host's page for every address (`/:slug`, `/*`) is none.
 *
 * @param own has the module's routes alone
 */
export function guardBases(router: Router, own: Router, bases: Bases) {
  const ours = (own.toJSON().root ?? []).map((route) => ({ route, base: baseOf(route, bases) }))
  const known = new Set(ours.map(({ route }) => keyOf(route)))
  const commit = router.commit.bind(router)
  router.commit = () => {
    let failure: unknown
    try {
      commit()
    } catch (error) {
      // A pattern that exists twice: the message below names both routes
      failure = error
    }
    for (const route of router.toJSON().root ?? []) {
      const taken = !known.has(keyOf(route)) && ours.find((our) => collides(route, our, bases))
      if (taken) {
        const base = bases[taken.base]
        throw new BaseTaken(nameOf(route), nameOf(taken.route), taken.base, base)
      }
    }
    if (failure) throw failure
  }
}

const keyOf = ({ name, methods, pattern }: RouteJSON) => `${name} ${methods} ${pattern}`
const nameOf = ({ methods, pattern }: RouteJSON) => `${methods[0]} ${pattern}`

/** The base that a route of the module lies under: the innermost one. */
function baseOf({ pattern }: RouteJSON, bases: Bases) {
  const names = (Object.keys(bases) as (keyof Bases)[]).filter(
    (name) => pattern === bases[name] || pattern.startsWith(`${bases[name]}/`)
  )
  return names.sort((a, b) => bases[b].length - bases[a].length)[0]
}

function collides(
  route: RouteJSON,
  our: { route: RouteJSON; base: keyof Bases },
  bases: Bases
): boolean {
  const shared = bases[our.base].split('/').length - 1
  // Hosts have settings of their own: what is ours begins one segment later
  const length = our.base === 'settings' ? shared + 1 : shared
  const isUnderBase = our.route.tokens
    .slice(0, length)
    .every((token, index) => textOf(token) === textOf(route.tokens[index]))
  return (
    isUnderBase &&
    route.methods.some((method) => our.route.methods.includes(method)) &&
    overlap(route.tokens, our.route.tokens)
  )
}

/** The text of a segment that is fixed; null for a parameter, and where there is none. */
const textOf = (token: Token | undefined) =>
  token?.type === STATIC ? `${token.val}${token.end}` : null

/** Whether some address matches both. */
function overlap([left, ...lefts]: Token[], [right, ...rights]: Token[]): boolean {
  if (!left && !right) return true
  if (!left || !right) return [left, right, ...lefts, ...rights].every(mayBeMissing)
  if (left.type === WILDCARD || right.type === WILDCARD) return true
  return matchesBoth(left, right) && overlap(lefts, rights)
}

const mayBeMissing = (token: Token | undefined) => !token || token.type === OPTIONAL

function matchesBoth(left: Token, right: Token) {
  const [fixed, other] = left.type === STATIC ? [left, right] : [right, left]
  const text = textOf(fixed)
  if (text === null) return true
  return other.type === STATIC ? text === textOf(other) : (other.matcher?.test(text) ?? true)
}
