import { component } from '../../shared/component.js'
import { keysShown } from '../commands/keys_shown.js'

interface Row {
  id: string
  keys: string[]
  text: string
}

/** The dialog that lists every command with a key. */
export const help = component(() => ({
  rows: [] as Row[],

  open() {
    const withKey = this.$inbox.page.commands.all().filter(({ keys }) => keys?.length)
    this.rows = withKey.map((command) => ({
      id: command.id,
      keys: keysShown(command),
      text: command.help ?? command.title,
    }))
    ;(this.$root as unknown as HTMLDialogElement).showModal()
  },
}))
