import type { Commands } from '../commands.js'
import type { Page } from '../page.js'
import { text } from '../texts.js'
import { buttonChoices, formOf } from './forms.js'
import type { Command } from './registry.js'

/** Commands that bring the visitor and the conversation into the CRM: person, lead and ticket. */
export const crmCommands = (page: Page, frame: Commands): Command[] => [
  {
    id: 'promote',
    title: text('inbox_commands.promote.title'),
    group: 'conversation',
    words: text('inbox_commands.promote.words'),
    isAvailable: () => buttonChoices(formOf(page, 'promote')).length === 1,
    run: () => formOf(page, 'promote')?.requestSubmit(),
  },
  {
    id: 'match',
    title: text('inbox_commands.match.title'),
    group: 'conversation',
    words: text('inbox_commands.match.words'),
    isAvailable: () => buttonChoices(formOf(page, 'promote')).length > 1,
    run: () => frame.details(true),
    choices: () => buttonChoices(formOf(page, 'promote')),
  },
  {
    id: 'convert',
    title: text('inbox_commands.convert.title'),
    group: 'conversation',
    words: text('inbox_commands.convert.words'),
    isAvailable: () => formOf(page, 'convert') !== null,
    run: () => frame.openMenu('convert', 'input[name=title]'),
  },
  {
    id: 'ticket',
    title: text('inbox_commands.ticket.title'),
    group: 'conversation',
    words: text('inbox_commands.ticket.words'),
    isAvailable: () => formOf(page, 'ticket') !== null,
    run: () => frame.openMenu('ticket', 'input[name=title]'),
  },
]
