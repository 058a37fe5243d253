import '../../../css/chat/inbox/main.css'
import Alpine from '@alpinejs/csp'
import { alerts } from './alerts.js'
import { composer } from './composer/composer.js'
import { inbox } from './inbox.js'
import { palette } from './palette/palette.js'
import { picker } from './picker/picker.js'

Alpine.data('chatInbox', inbox)
Alpine.data('chatAlerts', alerts)
Alpine.data('chatComposer', composer)
Alpine.data('chatPalette', palette)
Alpine.data('chatPicker', picker)

Alpine.start()
