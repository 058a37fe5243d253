import type { Commands } from '../commands.js'
import { openMenu } from '../menus.js'
import type { Page } from '../page.js'
import { buttonChoices, formOf, optionChoices } from './forms.js'
import type { Command } from './registry.js'

/** What can be done with the open conversation, by those who may reply. */
export function conversationCommands(page: Page, frame: Commands): Command[] {
  const hasPane = () => page.root.querySelector('[data-pane]') !== null
  const menu = (name: string) =>
    page.root.querySelector<HTMLDetailsElement>(
      `[data-menu="${name}"], [data-menu-inline="${name}"]`
    )

  /** A command that sends a form as it stands. */
  const sends = (
    act: string,
    command: Omit<Command, 'run' | 'isAvailable' | 'group'>
  ): Command => ({
    group: 'Conversation',
    isAvailable: () => formOf(page, act) !== null,
    run: () => formOf(page, act)?.requestSubmit(),
    ...command,
  })

  /** A command that opens a menu, or asks in the palette which of its entries is meant. */
  const asks = (
    name: string,
    act: string,
    command: Omit<Command, 'run' | 'isAvailable' | 'group'>
  ): Command => ({
    group: 'Conversation',
    isAvailable: () => menu(name) !== null && buttonChoices(formOf(page, act)).length > 0,
    run: () => frame.openMenu(name),
    choices: () => buttonChoices(formOf(page, act)),
    ...command,
  })

  return [
    {
      id: 'reply',
      title: 'Reply',
      group: 'Conversation',
      keys: ['r'],
      isAvailable: hasPane,
      run: () => frame.write(false),
    },
    {
      id: 'note',
      title: 'Add a note for the team',
      group: 'Conversation',
      keys: ['n'],
      help: 'Note for the team',
      words: 'internal',
      isAvailable: hasPane,
      run: () => frame.write(true),
    },
    asks('assign', 'assign', { id: 'assign', title: 'Assign…', help: 'Assign', keys: ['a'] }),
    {
      id: 'transfer',
      title: 'Transfer with a note…',
      group: 'Conversation',
      words: 'hand over department',
      isAvailable: () => formOf(page, 'transfer') !== null,
      run: () => frame.openMenu('assign'),
      choices: () => transferChoices(page, frame),
    },
    asks('label', 'label', {
      id: 'label',
      title: 'Add a label…',
      help: 'Label',
      keys: ['l'],
      words: 'tag',
    }),
    {
      id: 'unlabel',
      title: 'Remove a label…',
      group: 'Conversation',
      isAvailable: () => formOf(page, 'unlabel') !== null,
      run: () => frame.details(true),
      choices: () => unlabelChoices(page),
    },
    asks('priority', 'priority', {
      id: 'priority',
      title: 'Set the priority…',
      help: 'Priority',
      keys: ['p'],
      words: 'urgent high low normal',
    }),
    sends('resolve', { id: 'resolve', title: 'Resolve', keys: ['e'], words: 'done end' }),
    {
      id: 'resolve-next',
      title: 'Resolve and open the next',
      group: 'Conversation',
      keys: ['E'],
      words: 'done end following',
      isAvailable: () => formOf(page, 'resolve') !== null,
      run: () => {
        const form = formOf(page, 'resolve')
        form?.requestSubmit(form.querySelector<HTMLButtonElement>('[data-then="next"]'))
      },
    },
    {
      id: 'undo',
      title: 'Undo resolving, closing or archiving',
      group: 'Conversation',
      keys: ['z'],
      help: 'Undo what was resolved, closed or archived a moment ago',
      isAvailable: () => frame.undo.isPossible || formOf(page, 'undo') !== null,
      run: () => (frame.undo.isPossible ? frame.undo.run() : formOf(page, 'undo')?.requestSubmit()),
    },
    asks('snooze', 'snooze', {
      id: 'snooze',
      title: 'Snooze until…',
      help: 'Snooze',
      keys: ['s'],
      words: 'later remind aside',
    }),
    sends('wake', { id: 'wake', title: 'End the snooze' }),
    sends('close', { id: 'close', title: 'Close', words: 'end' }),
    sends('reopen', { id: 'reopen', title: 'Reopen' }),
    sends('archive', { id: 'archive', title: 'Archive' }),
    sends('unarchive', { id: 'unarchive', title: 'Restore from archive' }),
    sends('promote', { id: 'promote', title: 'Promote to person', words: 'contact crm' }),
    {
      id: 'convert',
      title: 'Convert to lead…',
      group: 'Conversation',
      words: 'deal crm',
      isAvailable: () => formOf(page, 'convert') !== null,
      run: () => frame.openMenu('convert', 'input[name=title]'),
    },
    {
      id: 'subject',
      title: 'Set the subject…',
      group: 'Conversation',
      words: 'title topic about',
      isAvailable: () => formOf(page, 'subject') !== null,
      run: () => frame.openMenu('subject', 'input[name=subject]'),
    },
    {
      id: 'delete',
      title: 'Delete…',
      group: 'Conversation',
      isAvailable: () => formOf(page, 'delete') !== null,
      run: () => {
        const more = menu('more')
        if (more) openMenu(more)
        frame.openMenu('delete', 'button')
      },
    },
  ]
}

/** The one to whom a conversation goes is chosen here, the note is written in the menu. */
function transferChoices(page: Page, frame: Commands) {
  const select = formOf(page, 'transfer')?.querySelector('select') ?? null
  return optionChoices(select, () => frame.openMenu('assign', 'textarea'))
}

function unlabelChoices(page: Page) {
  const forms = [...page.root.querySelectorAll<HTMLFormElement>('form[data-act="unlabel"]')]
  return forms.flatMap((form) =>
    buttonChoices(form).map((choice) => ({
      ...choice,
      title: form.querySelector('.chat-tag__name')!.textContent!,
    }))
  )
}
