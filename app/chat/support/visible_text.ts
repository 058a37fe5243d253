/** A character that is seen: not the blank, joining and direction marks, nor the letters that are drawn as nothing. */
const SEEN = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u

/** The text, or an empty one when its reader would see nothing. */
export const visibleText = (text: string) => (SEEN.test(text) ? text : '')
