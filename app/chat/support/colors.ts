const READABLE = 4.5

/** Contrast between two hex colours, 1 to 21; undefined when one is not a hex colour. */
export function contrast(a: string, b: string): number | undefined {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => (y ?? 0) - (x ?? 0))
  if (light === undefined || dark === undefined) return undefined
  return (light + 0.05) / (dark + 0.05)
}

/** The admin's text colour if it is readable on the background, else black or white. */
export function readableOn(background: string, wanted: string): string {
  const ratio = contrast(background, wanted)
  if (ratio === undefined || ratio >= READABLE) return wanted
  return contrast(background, '#ffffff')! >= READABLE ? '#ffffff' : '#000000'
}

function luminance(color: string): number | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim())?.[1]
  if (!digits) return undefined
  const step = digits.length / 3
  const [red, green, blue] = [0, 1, 2].map((index) => {
    const part = digits.slice(index * step, (index + 1) * step)
    const value = Number.parseInt(step === 1 ? part + part : part, 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
