const MINUTE = 60_000

/**
 * How long to wait before the stream is opened again, in ms.
 *
 * Most outages are a restart or a short loss of radio, so no wait of the first minute is longer
 * than 1.2 s; after that the distance grows to 15 s (60 s in a hidden tab). The jitter keeps a
 * thousand browsers from coming back in the same instant.
 */
export function reconnectDelay(
  attempt: number,
  downFor: number,
  hidden: boolean,
  random = Math.random()
) {
  const cap =
    downFor < MINUTE ? 1200 : Math.min(hidden ? MINUTE : 15_000, 1200 + (downFor - MINUTE) / 10)

  return Math.min(cap, 250 * 2 ** Math.min(attempt - 1, 20)) * (0.6 + 0.4 * random)
}

/**
 * How long to wait when the network works but the stream does not come through (a proxy holds it
 * back, or the server has too many): polling serves meanwhile, so there is no hurry.
 */
export function blockedDelay(attempt: number, random = Math.random()) {
  return Math.min(MINUTE, 5000 * 2 ** Math.min(attempt - 1, 10)) * (0.8 + 0.2 * random)
}

/** Milliseconds between two polls; `idleFor` is the time since the last input here. */
export function pollDelay(idleFor: number, hidden: boolean) {
  if (hidden) return idleFor < 10 * MINUTE ? 20_000 : MINUTE
  if (idleFor < 5 * MINUTE) return 2000
  return idleFor < 15 * MINUTE ? 5000 : 15_000
}
