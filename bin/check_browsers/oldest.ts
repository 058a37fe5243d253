import type { SupportBlock, SupportStatement } from '@mdn/browser-compat-data'
import { oldestBrowsers } from '../../resources/js/chat/build/oldest_browsers.js'

/** How the compatibility data calls a browser that Vite calls otherwise. */
const IDS = { ios: 'safari_ios' } as Record<string, keyof SupportBlock>

const oldest = oldestBrowsers().map((target) => {
  const [, name, version] = /^([a-z]+)([\d.]+)$/.exec(target)!
  return { id: IDS[name] ?? (name as keyof SupportBlock), name, version: Number(version) }
})

/** The browsers among the oldest that do not have a feature, with the version that has: `safari 17.4`. */
export function withoutIt(support: SupportBlock): string[] {
  return oldest.flatMap(({ id, name, version }) => {
    const since = firstVersion(support[id])
    return since <= version ? [] : [`${name} ${since === Infinity ? 'never' : since}`]
  })
}

function firstVersion(statement: SupportStatement | undefined): number {
  const entries = [statement ?? []].flat()
  const versions = entries
    .filter((entry) => !entry.flags && (entry.partial_implementation || !entry.version_removed))
    .map(({ version_added: added }) => toNumber(added))
  return versions.length ? Math.min(...versions) : 0
}

/** What is in a preview only, or not at all, is not there; what cannot be known is not held against it. */
function toNumber(added: unknown) {
  if (added === false || added === 'preview' || added === null) return Infinity
  return Number.parseFloat(String(added).replace('≤', '')) || 0
}
