import { glob, readFile } from 'node:fs/promises'

/** What this pattern's first group finds in these files. */
export async function namedIn(files: string[], pattern: RegExp) {
  const named: string[] = []
  for await (const file of glob(files)) {
    for (const [, name] of (await readFile(file, 'utf8')).matchAll(pattern)) named.push(name)
  }
  return named
}
