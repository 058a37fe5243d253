const YEAR = 31_536_000

/** Lets the server write times as the clock on this desk shows them. */
export function nameTimeZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (zone) document.cookie = `crm_tz=${zone}; path=/; max-age=${YEAR}; samesite=lax`
}
