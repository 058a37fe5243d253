const COOKIE = 'chat_tz'
const YEAR = 31_536_000

/** Tells the server the browser's time zone; answers whether it had believed in another one. */
export function tellTimeZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!zone || toldTimeZone() === zone) return false
  document.cookie = `${COOKIE}=${zone}; path=/; max-age=${YEAR}; samesite=lax`
  return true
}

/** The time zone that the server knows of, if this browser keeps cookies. */
export function toldTimeZone(): string | undefined {
  const cookie = document.cookie.split('; ').find((each) => each.startsWith(`${COOKIE}=`))
  return cookie?.slice(COOKIE.length + 1)
}
