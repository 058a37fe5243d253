import { component } from '../shared/component.js'

/** A colour as a swatch to pick from and as text to paste into, always the same in both. */
export const colourField = component(() => ({
  pick() {
    const { swatch, text } = this.$refs as Record<string, HTMLInputElement>
    text.value = swatch.value
  },

  type() {
    const { swatch, text } = this.$refs as Record<string, HTMLInputElement>
    if (text.validity.valid) swatch.value = text.value.toLowerCase()
  },
}))
