import { enableBoard } from './board'
import { enableRepeaters } from './repeater'
import { enableSubmitOnChange } from './submit_on_change'
import { showCurrentTab } from './tabs'
import { enableThemeSwitch } from './theme_switch'

enableThemeSwitch()
enableSubmitOnChange()
enableRepeaters()
enableBoard()
showCurrentTab()
