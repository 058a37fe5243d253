import { stripVTControlCharacters } from 'node:util'

const MOST_LINES = 8

/** What went wrong in a few plain lines, the last of which is the place in the tests from which it came. */
export function errorText(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  const places = frames.flatMap((frame) => /tests\/[^\s():]+\.ts:\d+:\d+/.exec(frame) ?? [])
  const place = places.find((it) => it.includes('.spec.ts')) ?? places[0]
  const lines = stripVTControlCharacters(message).trim().split('\n').slice(0, MOST_LINES)
  return [...lines, ...(place ? [`at ${place}`] : [])].join('\n')
}
