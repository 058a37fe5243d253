import '../../../css/chat/inbox/main.css'
import Alpine from '@alpinejs/csp'
import morph from '@alpinejs/morph'
import { alerts } from './components/alerts.js'
import { attached } from './components/attached.js'
import { canned } from './components/canned.js'
import { composer } from './components/composer.js'
import { connection } from './components/connection.js'
import { filters } from './components/filters.js'
import { help } from './components/help.js'
import { inbox } from './components/inbox.js'
import { menu } from './components/menu.js'
import { palette } from './components/palette.js'
import { picker } from './components/picker.js'
import { search } from './components/search.js'
import { selection } from './components/selection.js'
import { toasts } from './components/toasts.js'
import { inboxOf } from './inbox_of.js'

Alpine.plugin(morph)
Alpine.magic('inbox', inboxOf)

Alpine.data('chatInbox', inbox)
Alpine.data('chatAlerts', alerts)
Alpine.data('chatAttached', attached)
Alpine.data('chatCanned', canned)
Alpine.data('chatComposer', composer)
Alpine.data('chatConnection', connection)
Alpine.data('chatFilters', filters)
Alpine.data('chatHelp', help)
Alpine.data('chatMenu', menu)
Alpine.data('chatPalette', palette)
Alpine.data('chatPicker', picker)
Alpine.data('chatSearch', search)
Alpine.data('chatSelection', selection)
Alpine.data('chatToasts', toasts)

Alpine.start()
