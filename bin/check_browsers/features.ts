import { createRequire } from 'node:module'
import type {
  CompatData,
  CompatStatement,
  Identifier,
  SupportBlock,
} from '@mdn/browser-compat-data'

const data = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData

/** Something that a stylesheet or a script may use, and how its use looks in a built file. */
export interface Feature {
  name: string
  kind: 'css' | 'js'
  pattern: RegExp
  support: SupportBlock
}

const WORD = /^[a-z][\w-]*$/i

/** What can be read from the text of a built file: styles, and what scripts call by its full or a unique name. */
export function features(): Feature[] {
  return [
    ...css('properties', (name) => new RegExp(`[;{]${name}:`)),
    ...css('at-rules', (name) => new RegExp(`@${name}[\\s{(]`)),
    ...css('selectors', (name) => new RegExp(`:${name}(?=[\\s,:({.>)\\[])`)),
    ...colours(),
    ...statics(),
    ...methods(),
  ]
}

function css(part: 'properties' | 'at-rules' | 'selectors', pattern: (name: string) => RegExp) {
  return named(data.css[part] as Identifier).map(([name, support]) => ({
    name: `${part} ${name}`,
    kind: 'css' as const,
    pattern: pattern(name),
    support,
  }))
}

function colours() {
  const { color } = data.css.types as Record<string, Identifier>
  return named(color).map(([name, support]) => ({
    name: `${name}()`,
    kind: 'css' as const,
    pattern: new RegExp(`[\\s:,(]${name}\\(`),
    support,
  }))
}

/** `AbortSignal.any`, `Promise.withResolvers`, …: written out, whatever a build shortens. */
function statics() {
  const owners = { ...data.api, ...data.javascript.builtins } as Record<string, Identifier>
  return Object.entries(owners).flatMap(([owner, members]) =>
    named(members)
      .map(([name, support]) => [name.replace(/_static$/, ''), support, name] as const)
      .filter(([, , full]) => full.endsWith('_static') || NAMESPACES.includes(owner))
      .map(([name, support]) => ({
        name: `${owner}.${name}`,
        kind: 'js' as const,
        pattern: new RegExp(`\\b${owner}\\.${name}\\b`),
        support,
      }))
  )
}

const NAMESPACES = ['Atomics', 'Math', 'Intl']

/** Methods of the language whose name no other object has: `.toSorted(`, `.findLast(`, … */
function methods() {
  const builtins = data.javascript.builtins as Record<string, Identifier>
  const all = Object.entries(builtins).flatMap(([owner, members]) =>
    named(members)
      .filter(([name]) => !name.endsWith('_static') && name !== owner)
      .map(([name, support]) => ({ owner, name, support }))
  )
  const taken = new Set(Object.values(data.api).flatMap((members) => Object.keys(members)))
  return all
    .filter(({ name }) => !taken.has(name) && all.filter((each) => each.name === name).length === 1)
    .map(({ owner, name, support }) => ({
      name: `${owner}.prototype.${name}`,
      kind: 'js' as const,
      pattern: new RegExp(`(?<!\\bCSS)\\.${name}\\(`),
      support,
    }))
}

function named(identifier: Identifier): [string, SupportBlock][] {
  return Object.entries(identifier as Record<string, { __compat?: CompatStatement }>).flatMap(
    ([name, { __compat }]) => {
      const isFeature = name !== '__compat' && WORD.test(name) && __compat
      return isFeature ? [[name, __compat.support] as [string, SupportBlock]] : []
    }
  )
}
