import { localeOf } from '../../../../app/chat/texts/locale_tag.js'
import { withOwnHours } from './hour_cycle.js'

/** What every `Intl` format of a page is made with. */
export const locale = withOwnHours(
  localeOf(globalThis.document?.documentElement.lang, globalThis.navigator?.languages)
)
