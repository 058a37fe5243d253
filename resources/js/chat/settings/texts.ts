import { catalogue } from '../../../../app/chat/texts/catalogue.js'
import type { settingsScript } from '../../../../app/chat/texts/en/settings_script.js'
import type { widget } from '../../../../app/chat/texts/en/widget.js'
import { createTranslator } from '../../../../app/chat/texts/translator.js'

/** Answers the texts of the settings' script and of the widget that it previews, in the language of its page. */
export const text = createTranslator<{
  settings_script: typeof settingsScript
  widget: typeof widget
}>(catalogue)
