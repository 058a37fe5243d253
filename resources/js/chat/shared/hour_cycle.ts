/** A locale with the hour cycle of this machine, which is independent of a page's language. */
export const withOwnHours = (locale: string) =>
  new Intl.Locale(locale, {
    hourCycle: new Intl.DateTimeFormat([], { hour: 'numeric' }).resolvedOptions().hourCycle,
  }).toString()
