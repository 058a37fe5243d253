const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** A size as people read it, such as 2.1 MB. */
export function fileSize(bytes: number, locale: string) {
  const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const value = bytes / 1000 ** power
  const style = { style: 'unit', unit: UNITS[power], unitDisplay: 'short' } as const
  const digits = { maximumFractionDigits: power && value < 10 ? 1 : 0 }
  return new Intl.NumberFormat(locale, { ...style, ...digits }).format(value)
}
