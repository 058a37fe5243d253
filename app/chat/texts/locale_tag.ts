const FALLBACK = 'en'

/**
 * A language tag that `Intl` takes, or undefined where there is none in it. A browser started under `C.UTF-8`
 * calls its language `en-US@posix`, and others say `de_AT.UTF-8`, `C` or nothing.
 */
function cleanTag(tag = ''): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replace(/[@.].*$/, '').replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

const languageOf = (tag?: string) => tag?.split('-')[0]

/**
 * The locale for times and numbers on a page: the language that its texts are in, in the variety that the reader
 * prefers. Never throws, whatever page and browser say.
 */
export function localeOf(page?: string, reader: readonly string[] = []): string {
  const language = cleanTag(page) ?? FALLBACK
  return reader.map(cleanTag).find((tag) => languageOf(tag) === languageOf(language)) ?? language
}
