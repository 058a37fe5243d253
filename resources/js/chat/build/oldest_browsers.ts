import browserslist from 'browserslist'

const NAMES: Record<string, string> = { ios_saf: 'ios' }

/** The oldest version of each browser in `browserslist` of package.json: `['chrome111', …]`. */
export function oldestBrowsers(): string[] {
  const oldest = new Map<string, number>()
  for (const entry of browserslist()) {
    const [browser, versions] = entry.split(' ')
    const version = Number(versions.split('-')[0])
    const name = NAMES[browser] ?? browser
    oldest.set(name, Math.min(version, oldest.get(name) ?? version))
  }
  return [...oldest].map(([name, version]) => `${name}${version}`)
}
