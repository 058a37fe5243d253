import { component } from '../shared/component.js'
import { copyText, SHOWN_FOR } from '../shared/copy_text'
import { text } from './texts.js'

/** Copies the code beside the button, or selects it where the browser refuses. */
export const copy = component(() => ({
  label: text('settings_script.copy'),

  async copy() {
    const isCopied = await copyText(this.$refs.text)
    this.label = text(isCopied ? 'settings_script.copied' : 'settings_script.press_to_copy')
    setTimeout(() => (this.label = text('settings_script.copy')), SHOWN_FOR)
  },
}))
