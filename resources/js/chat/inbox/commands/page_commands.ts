import type { Commands } from '../commands.js'
import type { Page } from '../page.js'
import { optionChoices, textOf } from './forms.js'
import type { Choice, Command } from './registry.js'
import { text } from '../texts.js'

/** Commands of the page, for other pages and for the agent's own status. */
export function pageCommands(page: Page, frame: Commands): Command[] {
  const status = () => document.querySelector<HTMLSelectElement>('.chat-status-switch__select')
  return [
    {
      id: 'status',
      title: text('inbox_commands.status.title'),
      group: 'you',
      words: text('inbox_commands.status.words'),
      isAvailable: () => status() !== null,
      run: () => status()?.focus(),
      choices: () => optionChoices(status(), (select) => select.dispatchEvent(new Event('change'))),
    },
    {
      id: 'go',
      title: text('inbox_commands.go.title'),
      group: 'go',
      words: text('inbox_commands.go.words'),
      run: () => {},
      choices: pages,
    },
    {
      id: 'palette',
      title: text('inbox_commands.palette.title'),
      group: 'you',
      keys: ['mod+k'],
      help: text('inbox_commands.palette.help'),
      inPalette: false,
      run: () => page.open('palette'),
    },
    {
      id: 'details',
      title: text('inbox_commands.details.title'),
      group: 'conversation',
      words: text('inbox_commands.details.words'),
      isAvailable: () => page.current !== null,
      run: () => frame.details(),
    },
    {
      id: 'back',
      title: text('inbox_commands.back.title'),
      group: 'list',
      isAvailable: () => page.current !== null,
      run: () => frame.back(),
    },
    {
      id: 'close-details',
      title: text('inbox_commands.close_details.title'),
      group: 'conversation',
      inPalette: false,
      run: () => frame.details(false),
    },
    {
      id: 'escape',
      title: text('inbox_commands.escape.title'),
      group: 'you',
      keys: ['Escape'],
      inPalette: false,
      run: () => frame.escape(),
    },
    {
      id: 'help',
      title: text('inbox_commands.help.title'),
      group: 'you',
      keys: ['?'],
      help: text('inbox_commands.help.help'),
      words: text('inbox_commands.help.words'),
      run: () => page.open('help'),
    },
  ]
}

/** The links of the host's navigation and of the chat's pages, each once. */
function pages(): Choice[] {
  const links = [
    ...document.querySelectorAll<HTMLAnchorElement>('nav a[href], [data-pages] a[href]'),
  ]
  const outside = links.filter((link) => !link.closest('.chat-list, [aria-current=page]'))
  const known = new Map(outside.map((link) => [link.href, link]))
  return [...known.values()].map((link) => ({
    title: textOf(link),
    run: () => location.assign(link.href),
  }))
}
