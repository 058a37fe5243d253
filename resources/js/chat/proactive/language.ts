/** The language of the page, or else of the browser. */
export const pageLanguage = () => document.documentElement.lang || navigator.language

/** Whether a language is the wanted one or a variety of it: `de-AT` is `de`, and `de` is no `de-AT`. */
export function isLanguage(wanted: string, language: string): boolean {
  const [asked, given] = [wanted, language].map((each) => each.toLowerCase())
  return given === asked || given.startsWith(`${asked}-`)
}
