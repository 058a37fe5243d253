import '../../../css/chat/settings/main.css'
import Alpine from '@alpinejs/csp'
import { colourField } from './colour_field.js'
import { contrastWarning } from './contrast_warning.js'
import { copy } from './copy.js'
import { openingHours } from './opening_hours.js'
import { proactiveRule } from './proactive_rule.js'
import { push } from './push.js'
import { preview } from './preview/preview.js'
import { widgetForm } from './widget_form.js'
import { retention } from './retention.js'
import { setupProgress } from './setup_progress.js'
import { work } from './work.js'

Alpine.data('chatWidgetForm', widgetForm)
Alpine.data('chatColourField', colourField)
Alpine.data('chatContrastWarning', contrastWarning)
Alpine.data('chatOpeningHours', openingHours)
Alpine.data('chatCopy', copy)
Alpine.data('chatProgress', setupProgress)
Alpine.data('chatPush', push)
Alpine.data('chatPreview', preview)
Alpine.data('chatWork', work)
Alpine.data('chatRetention', retention)
Alpine.data('chatProactiveRule', proactiveRule)

Alpine.start()
