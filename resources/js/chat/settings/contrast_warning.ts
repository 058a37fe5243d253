import { contrast, readableOn } from '../widget/view/colors.js'
import { formState } from './form_values.js'

/** What small text needs to be read by nearly everybody. */
const ENOUGH = 4.5

/** Says so when the text cannot be read well on the primary colour, and what the chat does about it. */
export const contrastWarning = () => ({
  get ratio() {
    return contrast(formState.values.primary_color, formState.values.text_color) ?? 1
  },

  get isTooWeak() {
    return this.ratio < ENOUGH
  },

  get warning() {
    const { primary_color: primary, text_color: text } = formState.values
    const ratio = Math.floor(this.ratio * 10) / 10
    const instead = readableOn(primary, text) === '#ffffff' ? 'white' : 'black'
    return `These two colours are hard to read together: their contrast is ${ratio} : 1, and ${ENOUGH} : 1 is needed. The chat shows the text in ${instead} instead.`
  },
})
