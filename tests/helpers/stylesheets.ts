import { globSync, readFileSync } from 'node:fs'

/** A rule of a stylesheet, with the at-rules around it; nested rules belong to the one they are in. */
export interface StyleRule {
  file: string
  selectors: string[]
  media: string[]
  declarations: [name: string, value: string][]
}

/** Every rule of the stylesheets that a pattern finds. */
export function styleRules(pattern: string): StyleRule[] {
  return globSync(pattern).flatMap((file) => rulesIn(file, withoutComments(file)))
}

function withoutComments(file: string) {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/url\("[^"]*"\)/g, 'url()')
}

function rulesIn(file: string, text: string, media: string[] = []): StyleRule[] {
  return blocksOf(text).flatMap(({ head, body }) => {
    if (/^@(media|supports|layer)/.test(head)) return rulesIn(file, body, [...media, head])
    if (head.startsWith('@')) return []
    return [{ file, selectors: partsOf(head), media, declarations: declarationsOf(body) }]
  })
}

function blocksOf(text: string) {
  const blocks: { head: string; body: string }[] = []
  let depth = 0
  let start = 0
  let opened = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === ';' && depth === 0) start = at + 1
    if (text[at] === '{' && depth++ === 0) opened = at
    if (text[at] !== '}' || --depth > 0) continue
    const head = text.slice(start, opened).replace(/\s+/g, ' ').trim()
    blocks.push({ head, body: text.slice(opened + 1, at) })
    start = at + 1
  }
  return blocks
}

/** Commas within brackets part nothing. */
function partsOf(list: string) {
  return list.split(/,(?![^(]*\))/).map((part) => part.trim())
}

function declarationsOf(body: string) {
  const own = body.replace(/[^;{}]*\{[^]*\}/g, '')
  return [...own.matchAll(/([\w-]+)\s*:\s*([^;]+);/g)].map(([, name, value]): [string, string] => [
    name,
    value.replace(/\s+/g, ' '),
  ])
}
