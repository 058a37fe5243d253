const LINE_BREAKS = /[\n\r\v\f\u0085\u2028\u2029]+/g

/** A message in plain text: only its first line starts at the margin, so that it cannot imitate another author's. */
export const indented = (content: string) => content.replace(LINE_BREAKS, '\n    ')
