const COOKIE = 'chat_tz'
const YEAR = 31_536_000

/** Sends the browser's time zone to the server; returns whether it differed from the stored one. */
export function reportTimeZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!zone || reportedTimeZone() === zone) return false
  document.cookie = `${COOKIE}=${zone}; path=/; max-age=${YEAR}; samesite=lax`
  return true
}

/** The time zone that the server knows of, if this browser keeps cookies. */
export function reportedTimeZone(): string | undefined {
  const cookie = document.cookie.split('; ').find((each) => each.startsWith(`${COOKIE}=`))
  return cookie?.slice(COOKIE.length + 1)
}
