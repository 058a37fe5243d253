import type { HttpContext } from '@adonisjs/core/http'
import type { ChatConfig } from '#chat/config/chat_config'
import { houseLanguage, inLanguageOf } from '#chat/texts/catalogue'
import { AGENT_LANGUAGES, languageOf, LANGUAGES, type Language } from '#chat/texts/languages'

/** What `@adonisjs/i18n` adds to a request of a host that has it. */
type WithI18n = HttpContext & { i18n?: { locale: string } }

/** The first of these languages that the browser asks for; null where it asks for none of them. */
const askedFor = ({ request }: HttpContext, known: readonly Language[]) =>
  languageOf(request.language([...known]), known)

/** What a header asks for does not change while its request is answered. */
function once<Value>(read: () => Value) {
  let kept: { value: Value } | undefined
  return () => (kept ??= { value: read() }).value
}

/**
 * Answers a user of the CRM in their language: the one that the host knows, else the browser's, else that of the
 * installation. The host's may be known only when its own middleware has run, so it is asked for with each text.
 */
export function answerUser<Result>(ctx: HttpContext, config: ChatConfig, act: () => Result) {
  const ofBrowser = once(() => askedFor(ctx, AGENT_LANGUAGES))
  const ofHost = () => config.userLanguage?.(ctx) ?? (ctx as WithI18n).i18n?.locale
  return inLanguageOf<Result>(() => {
    const tag = ofHost()
    const known = tag ? languageOf(tag, AGENT_LANGUAGES) : ofBrowser()
    return known ?? houseOf(AGENT_LANGUAGES)
  }, act)
}

/** Answers a visitor in the language that their browser, or the frame in it, asks for. */
export function answerVisitor<Result>(ctx: HttpContext, act: () => Result) {
  return inLanguageOf<Result>(
    once(() => askedFor(ctx, LANGUAGES) ?? houseLanguage()),
    act
  )
}

/**
 * Answers what a visitor reads on a page of their own: in the language that its author asks for, else the widget's, else that of the
 * website's page around it, else the browser's.
 */
export function answerPage<Result>(ctx: HttpContext, asked: string | undefined, act: () => Result) {
  const { request, chatWidget } = ctx
  const tags = [asked, chatWidget.language, request.input('lang')]
  const read = () => {
    for (const tag of tags) {
      const known = languageOf(tag)
      if (known) return known
    }
    return askedFor(ctx, LANGUAGES) ?? houseLanguage()
  }
  return inLanguageOf<Result>(once(read), act)
}

/** The language of the installation, as far as the agents' pages have it. */
const houseOf = (known: readonly Language[]) => languageOf(houseLanguage(), known) ?? 'en'
