import { AmbiguousBases, InvalidBase } from '#chat/exceptions/base_errors'
import { UnknownOption } from '#chat/exceptions/setup_errors'

/** Where the module's addresses begin, below the path of `publicUrl`: each with `/` in front and none at the end. */
export interface Bases {
  /** Inbox, dashboard, agents and the API reference. */
  pages: string
  /** Widgets, labels, canned responses, webhooks and the audit log; may lie inside `pages`. */
  settings: string
  /** Loader and frame: what websites embed. */
  public: string
  /** What visitors' browsers call; inside `public` when that is set and this is not. */
  visitorApi: string
  /** The agents' scripts and styles; inside `public` when that is set and this is not. */
  assets: string
  /** The REST API. */
  api: string
}

type Name = keyof Bases

const DEFAULT_BASES: Bases = {
  pages: '/chat',
  settings: '/settings',
  public: '/p/chat',
  visitorApi: '/api/widget',
  assets: '/chat-assets',
  api: '/api/v1/live-chat',
}

const BASE = /^(\/[\w.~-]+)+$/

/** The pairs in which the second may lie inside the first: none of their addresses are the same. */
const NESTED: [outer: Name, inner: Name][] = [
  ['pages', 'settings'],
  ['public', 'visitorApi'],
  ['public', 'assets'],
]

/**
 * Completes the bases of `config/chat.ts` with the defaults.
 *
 * @throws UnknownOption for a name that is none
 * @throws InvalidBase for a base that is no path
 * @throws AmbiguousBases when two are the same, or one lies inside another that has to stay apart
 */
export function completeBases(input: Partial<Bases> = {}): Bases {
  const names = Object.keys(DEFAULT_BASES) as Name[]
  const unknown = Object.keys(input).find((name) => !names.includes(name as Name))
  if (unknown) throw new UnknownOption(`bases.${unknown}`)
  const bases = { ...DEFAULT_BASES, ...besidePublic(input.public), ...input }
  for (const name of names) {
    if (!BASE.test(bases[name])) throw new InvalidBase(name, bases[name])
  }
  for (const outer of names) {
    const inner = names.find((name) => name !== outer && overlaps(bases, outer, name))
    if (inner) throw new AmbiguousBases(outer, bases[outer], inner, bases[inner])
  }
  return bases
}

const besidePublic = (base: string | undefined) =>
  base && base !== DEFAULT_BASES.public
    ? { visitorApi: `${base}/api`, assets: `${base}/assets` }
    : {}

function overlaps(bases: Bases, outer: Name, inner: Name) {
  if (bases[outer] === bases[inner]) return true
  const mayLieInside = NESTED.some(([first, second]) => first === outer && second === inner)
  return !mayLieInside && bases[inner].startsWith(`${bases[outer]}/`)
}
