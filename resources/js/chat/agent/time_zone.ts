const COOKIE = 'chat_tz'
const YEAR = 31_536_000

/** Tells the server the browser's time zone; answers whether it had believed in another one. */
export function tellTimeZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const wanted = `${COOKIE}=${zone}`
  if (!zone || document.cookie.split('; ').includes(wanted)) return false
  document.cookie = `${wanted}; path=/; max-age=${YEAR}; samesite=lax`
  return true
}
