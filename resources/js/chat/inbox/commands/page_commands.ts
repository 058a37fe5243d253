import type { Commands } from '../commands.js'
import type { Page } from '../page.js'
import { optionChoices, textOf } from './forms.js'
import type { Choice, Command } from './registry.js'

/** What concerns the page, other pages and oneself. */
export function pageCommands(page: Page, frame: Commands): Command[] {
  const status = () => document.querySelector<HTMLSelectElement>('.chat-status-switch__select')
  return [
    {
      id: 'status',
      title: 'Set my status…',
      group: 'You',
      words: 'online away busy offline presence',
      isAvailable: () => status() !== null,
      run: () => status()?.focus(),
      choices: () => optionChoices(status(), (select) => select.dispatchEvent(new Event('change'))),
    },
    {
      id: 'go',
      title: 'Go to…',
      group: 'Go to',
      words: 'page dashboard settings agents',
      run: () => {},
      choices: pages,
    },
    {
      id: 'palette',
      title: 'Commands',
      group: 'You',
      keys: ['mod+k'],
      help: 'Find a command or a conversation, wherever one is',
      inPalette: false,
      run: () => page.root.dispatchEvent(new CustomEvent('chat:palette')),
    },
    {
      id: 'details',
      title: 'About the visitor',
      group: 'Conversation',
      words: 'details panel context',
      isAvailable: () => page.current !== null,
      run: () => frame.details(),
    },
    {
      id: 'back',
      title: 'Back to the list',
      group: 'List',
      isAvailable: () => page.current !== null,
      run: () => frame.back(),
    },
    {
      id: 'close-details',
      title: 'Close the details',
      group: 'Conversation',
      inPalette: false,
      run: () => frame.details(false),
    },
    {
      id: 'escape',
      title: 'Close a menu, end the search, leave the field',
      group: 'You',
      keys: ['Escape'],
      inPalette: false,
      run: () => frame.escape(),
    },
    {
      id: 'help',
      title: 'Keyboard shortcuts',
      group: 'You',
      keys: ['?'],
      help: 'This help',
      words: 'keys help',
      run: () => frame.help(),
    },
  ]
}

/** Where the host's own navigation and the chat's pages lead, each once. */
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
