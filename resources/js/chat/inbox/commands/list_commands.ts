import type { Commands } from '../commands.js'
import type { Navigation } from '../navigation.js'
import type { Page } from '../page.js'
import { buttonChoices, optionChoices, textOf } from './forms.js'
import type { Choice, Command } from './registry.js'

/** What can be done with the list: walk, search, narrow, select. */
export function listCommands(page: Page, frame: Commands, navigation: Navigation): Command[] {
  const links = () => [
    ...page.region('filters').querySelectorAll<HTMLElement>('nav a[data-filter-link]'),
  ]
  const exportLink = () =>
    page.region('filters').querySelector<HTMLAnchorElement>('a[href*="export.csv"]')
  const commands: Command[] = [
    {
      id: 'next',
      title: 'Next conversation',
      group: 'List',
      keys: ['j'],
      run: () => frame.next(),
    },
    {
      id: 'previous',
      title: 'Previous conversation',
      group: 'List',
      keys: ['k'],
      run: () => frame.previous(),
    },
    {
      id: 'search',
      title: 'Search',
      group: 'List',
      keys: ['/'],
      help: 'Search by number, name, e-mail or text; ↓ goes to what was found',
      run: () => frame.search(),
    },
    {
      id: 'show',
      title: 'Show…',
      group: 'List',
      words: 'filter status view views open mine unassigned',
      run: () => frame.openMenu('more-filters'),
      choices: () =>
        links().map((link) => ({
          title: textOf(link.querySelector('span') ?? link),
          run: () => navigation.filter(link.dataset.filterLink!),
        })),
    },
    {
      id: 'narrow',
      title: 'Filter by…',
      group: 'List',
      keys: ['f'],
      help: 'Filter by widget, label, agent, priority; sort; views; export',
      words: 'widget label agent priority narrow',
      run: () => frame.narrow(),
      choices: () => narrowChoices(page),
    },
    {
      id: 'sort',
      title: 'Sort by…',
      group: 'List',
      words: 'order newest longest waiting priority',
      run: () => frame.narrow(),
      choices: () => narrowChoices(page, 'sort'),
    },
    {
      id: 'export',
      title: 'Export what is shown (CSV)',
      group: 'List',
      words: 'download',
      isAvailable: () => exportLink() !== null,
      run: () => exportLink()!.click(),
    },
  ]
  return page.canReply ? [...commands, ...selectionCommands(page, frame)] : commands
}

function selectionCommands(page: Page, frame: Commands): Command[] {
  const bar = () => page.root.querySelector<HTMLFormElement>('[data-bulk]')
  return [
    {
      id: 'pick',
      title: 'Select this conversation',
      group: 'List',
      keys: ['x'],
      help: 'Select the conversation; Shift click selects a range',
      isAvailable: () => page.root.querySelector('[data-row]') !== null,
      run: () => frame.pick(),
    },
    {
      id: 'bulk',
      title: 'With those selected…',
      group: 'Selected',
      words: 'bulk resolve close archive assign label priority',
      isAvailable: () => page.root.querySelector('.chat-row__check:checked') !== null,
      run: () => frame.openMenu('bulk'),
      choices: () => titled(bar()),
    },
  ]
}

/** Each filter's values, with what they are values of. */
function narrowChoices(page: Page, name = ''): Choice[] {
  const form = page.region('filters').querySelector<HTMLFormElement>('[data-narrow]')
  const selects = [...(form?.querySelectorAll('select') ?? [])].filter((select) =>
    name ? select.name === name : select.name !== 'sort'
  )
  return selects.flatMap((select) =>
    optionChoices(select, () => form!.requestSubmit()).map((choice) => ({
      ...choice,
      title: name ? choice.title : `${select.labels[0]?.textContent}: ${choice.title}`,
    }))
  )
}

/** The bar's buttons, each with the title that it stands under. */
function titled(bar: HTMLElement | null): Choice[] {
  const titles = [...(bar?.querySelectorAll('button[type=submit]') ?? [])].map((button) => {
    let before = button.previousElementSibling
    while (before && !before.matches('.chat-menu__title')) before = before.previousElementSibling
    return before && `${before.textContent}: `
  })
  return buttonChoices(bar).map((choice, at) => ({
    ...choice,
    title: `${titles[at] ?? ''}${choice.title}`,
  }))
}
