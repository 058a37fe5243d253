import { visibleText } from '#chat/support/visible_text'

/** Characters that break a line or change the direction of neighbouring text. */
const CONTROL_CHARACTERS = /[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** Text on one line that cannot rearrange its neighbours; invisible text counts as empty. */
export const oneLine = (text: string) => visibleText(text.replace(CONTROL_CHARACTERS, ' '))
