import type { Commands } from '../commands.js'
import { openMenu } from '../menus.js'
import type { Page } from '../page.js'
import { crmCommands } from './crm_commands.js'
import { buttonChoices, formOf, optionChoices } from './forms.js'
import type { Command } from './registry.js'
import { text } from '../texts.js'

/** Commands of the open conversation, for agents who may reply. */
export function conversationCommands(page: Page, frame: Commands): Command[] {
  const hasPane = () => page.root.querySelector('[data-pane]') !== null

  /** A command that submits a form. */
  const sends = (
    act: string,
    command: Omit<Command, 'run' | 'isAvailable' | 'group'>
  ): Command => ({
    group: 'conversation',
    isAvailable: () => formOf(page, act) !== null,
    run: () => formOf(page, act)?.requestSubmit(),
    ...command,
  })

  /** A command that opens a menu, or offers the menu's entries in the palette. */
  const asks = (
    name: string,
    act: string,
    command: Omit<Command, 'run' | 'isAvailable' | 'group'>
  ): Command => ({
    group: 'conversation',
    isAvailable: () => frame.menu(name) !== null && buttonChoices(formOf(page, act)).length > 0,
    run: () => frame.openMenu(name),
    choices: () => buttonChoices(formOf(page, act)),
    ...command,
  })

  return [
    {
      id: 'reply',
      title: text('inbox_commands.reply.title'),
      group: 'conversation',
      keys: ['r'],
      isAvailable: hasPane,
      run: () => frame.write(false),
    },
    {
      id: 'note',
      title: text('inbox_commands.note.title'),
      group: 'conversation',
      keys: ['n'],
      words: text('inbox_commands.note.words'),
      isAvailable: hasPane,
      run: () => frame.write(true),
    },
    asks('assign', 'assign', {
      id: 'assign',
      title: text('inbox_commands.assign.title'),
      help: text('inbox_commands.assign.help'),
      keys: ['a'],
    }),
    {
      id: 'transfer',
      title: text('inbox_commands.transfer.title'),
      group: 'conversation',
      words: text('inbox_commands.transfer.words'),
      isAvailable: () => formOf(page, 'transfer') !== null,
      run: () => frame.openMenu('assign'),
      choices: () => transferChoices(page, frame),
    },
    asks('label', 'label', {
      id: 'label',
      title: text('inbox_commands.label.title'),
      help: text('inbox_commands.label.help'),
      keys: ['l'],
      words: text('inbox_commands.label.words'),
    }),
    {
      id: 'unlabel',
      title: text('inbox_commands.unlabel.title'),
      group: 'conversation',
      isAvailable: () => formOf(page, 'unlabel') !== null,
      run: () => frame.details(true),
      choices: () => unlabelChoices(page),
    },
    asks('priority', 'priority', {
      id: 'priority',
      title: text('inbox_commands.priority.title'),
      help: text('inbox_commands.priority.help'),
      keys: ['p'],
      words: text('inbox_commands.priority.words'),
    }),
    sends('resolve', {
      id: 'resolve',
      title: text('inbox_commands.resolve.title'),
      keys: ['e'],
      words: text('inbox_commands.resolve.words'),
    }),
    {
      id: 'resolve-next',
      title: text('inbox_commands.resolve_next.title'),
      group: 'conversation',
      keys: ['E'],
      words: text('inbox_commands.resolve_next.words'),
      isAvailable: () => formOf(page, 'resolve') !== null,
      run: () => {
        const form = formOf(page, 'resolve')
        form?.requestSubmit(form.querySelector<HTMLButtonElement>('[data-then="next"]'))
      },
    },
    {
      id: 'undo',
      title: text('inbox_commands.undo.title'),
      group: 'conversation',
      keys: ['z'],
      help: text('inbox_commands.undo.help'),
      isAvailable: () => frame.undo.isPossible || formOf(page, 'undo') !== null,
      run: () => (frame.undo.isPossible ? frame.undo.run() : formOf(page, 'undo')?.requestSubmit()),
    },
    asks('snooze', 'snooze', {
      id: 'snooze',
      title: text('inbox_commands.snooze.title'),
      help: text('inbox_commands.snooze.help'),
      keys: ['s'],
      words: text('inbox_commands.snooze.words'),
    }),
    sends('wake', { id: 'wake', title: text('inbox_commands.wake.title') }),
    sends('close', {
      id: 'close',
      title: text('inbox_commands.close.title'),
      words: text('inbox_commands.close.words'),
    }),
    sends('reopen', { id: 'reopen', title: text('inbox_commands.reopen.title') }),
    sends('archive', { id: 'archive', title: text('inbox_commands.archive.title') }),
    sends('unarchive', { id: 'unarchive', title: text('inbox_commands.unarchive.title') }),
    ...crmCommands(page, frame),
    {
      id: 'subject',
      title: text('inbox_commands.subject.title'),
      group: 'conversation',
      words: text('inbox_commands.subject.words'),
      isAvailable: () => formOf(page, 'subject') !== null,
      run: () => frame.openMenu('subject', 'input[name=subject]'),
    },
    {
      id: 'delete',
      title: text('inbox_commands.delete.title'),
      group: 'conversation',
      isAvailable: () => formOf(page, 'delete') !== null,
      run: () => {
        const more = frame.menu('more')
        if (more) openMenu(more)
        frame.openMenu('delete', 'button')
      },
    },
  ]
}

/** The new assignee is chosen here; the note is written in the menu. */
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
