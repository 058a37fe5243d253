import { component } from '../shared/component.js'
import { contrast, readableOn } from '../../../../app/chat/support/colors.js'
import { formState } from './form_values.js'
import { text } from './texts.js'

/** The contrast that WCAG AA requires of small text. */
const ENOUGH = 4.5

/** Warns when the text colour has too little contrast on the primary colour, and names the colour used instead. */
export const contrastWarning = component(() => ({
  get ratio() {
    return contrast(formState.values.primary_color, formState.values.text_color) ?? 1
  },

  get isTooWeak() {
    return this.ratio < ENOUGH
  },

  get warning() {
    const { primary_color: primary, text_color: own } = formState.values
    const ratio = Math.floor(this.ratio * 10) / 10
    const instead = readableOn(primary, own) === '#ffffff' ? 'white' : 'black'
    return text(`settings_script.low_contrast.${instead}`, { ratio, least: ENOUGH })
  },
}))
