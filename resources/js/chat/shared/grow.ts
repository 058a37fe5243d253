/**
 * Makes a field as high as its text. How high it gets at most is the stylesheet's `max-height`; beyond that it
 * scrolls. `field-sizing` alone would leave out browsers that do not know it.
 */
export function grow(field: HTMLTextAreaElement) {
  const { style } = field
  style.height = 'auto'
  const borders = field.offsetHeight - field.clientHeight
  style.height = `${field.scrollHeight + borders}px`
}
