import { contrastRatio } from './contrast.js'
import { formState } from './form_values.js'

/** What small text needs to be read by nearly everybody. */
const ENOUGH = 4.5

/** Says so when the text cannot be read well on the primary colour. */
export const contrastWarning = () => ({
  get ratio() {
    return contrastRatio(formState.values.primary_color, formState.values.text_color)
  },

  get isTooWeak() {
    return this.ratio < ENOUGH
  },

  get warning() {
    const ratio = Math.floor(this.ratio * 10) / 10
    return `These two colours are hard to read together: their contrast is ${ratio} : 1, and ${ENOUGH} : 1 is needed.`
  },
})
