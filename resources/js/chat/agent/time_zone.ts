const COOKIE = 'chat_tz'
const YEAR = 31_536_000

/** What the server knew when it drew the page; without it, and without a zone of the CRM's, it drew in UTC. */
const known = reportedTimeZone()

/**
 * Sends the browser's time zone to the server. Returns whether the page was drawn in another one, and would be drawn in
 * this one now.
 */
export function reportTimeZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!zone || (known ?? 'UTC') === zone) return false
  if (reportedTimeZone() !== zone) {
    document.cookie = `${COOKIE}=${zone}; path=/; max-age=${YEAR}; samesite=lax`
  }
  return reportedTimeZone() === zone
}

/**
 * Loads a browser's first page with times again, which the server has drawn in UTC; the inbox redraws itself. Later
 * pages stay as they are: they may show what is shown once.
 */
export function drawFirstPageInZone() {
  if (!reportTimeZone() || known) return
  if (document.querySelector('.chat-settings :is(time, [type=time])')) location.reload()
}

/** The time zone that the server knows of, if this browser keeps cookies. */
export function reportedTimeZone(): string | undefined {
  const cookie = document.cookie.split('; ').find((each) => each.startsWith(`${COOKIE}=`))
  return cookie?.slice(COOKIE.length + 1)
}
