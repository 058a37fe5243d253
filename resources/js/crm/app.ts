import { enableBoard } from './board'
import { enableCopying } from './copy'
import { enableRepeaters } from './repeater'
import { enableSubmitOnChange } from './submit_on_change'
import { nameTimeZone } from './time_zone'
import { showCurrentTab } from './tabs'
import { enableThemeSwitch } from './theme_switch'

nameTimeZone()
enableThemeSwitch()
enableSubmitOnChange()
enableRepeaters()
enableCopying()
enableBoard()
showCurrentTab()
