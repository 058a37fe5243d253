const LONG_AFTER_SECONDS = 120
const TOO_LONG_AFTER_SECONDS = 300

/** How long a wait is in words, for server and browser alike: `<1 min`, `5 min`, `3 h`, `2 d`. */
export function waitInWords(seconds: number) {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 1) return '<1 min'
  if (minutes < 60) return `${minutes} min`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`
  return `${Math.floor(minutes / 1440)} d`
}

/** How bad it is. */
export function waitLevel(seconds: number) {
  if (seconds >= TOO_LONG_AFTER_SECONDS) return 'late'
  return seconds >= LONG_AFTER_SECONDS ? 'long' : 'fresh'
}
