import type { Commands } from '../commands.js'
import type { Navigation } from '../navigation.js'
import type { Page } from '../page.js'
import { buttonChoices, optionChoices, textOf } from './forms.js'
import type { Choice, Command } from './registry.js'
import { text } from '../texts.js'

/** Commands of the list: move, search, filter, select. */
export function listCommands(page: Page, frame: Commands, navigation: Navigation): Command[] {
  const links = () => [
    ...page.region('filters').querySelectorAll<HTMLElement>('nav a[data-filter-link]'),
  ]
  const exportLink = () =>
    page.region('filters').querySelector<HTMLAnchorElement>('a[href*="export.csv"]')
  const commands: Command[] = [
    {
      id: 'next',
      title: text('inbox_commands.next.title'),
      group: 'list',
      keys: ['j'],
      run: () => frame.next(),
    },
    {
      id: 'previous',
      title: text('inbox_commands.previous.title'),
      group: 'list',
      keys: ['k'],
      run: () => frame.previous(),
    },
    {
      id: 'search',
      title: text('inbox_commands.search.title'),
      group: 'list',
      keys: ['/'],
      help: text('inbox_commands.search.help'),
      run: () => frame.search(),
    },
    {
      id: 'show',
      title: text('inbox_commands.show.title'),
      group: 'list',
      words: text('inbox_commands.show.words'),
      run: () => frame.openMenu('more-filters'),
      choices: () =>
        links().map((link) => ({
          title: textOf(link.querySelector('span') ?? link),
          run: () => navigation.filter(link.dataset.filterLink!),
        })),
    },
    {
      id: 'filter',
      title: text('inbox_commands.filter.title'),
      group: 'list',
      keys: ['f'],
      help: text('inbox_commands.filter.help'),
      words: text('inbox_commands.filter.words'),
      run: () => frame.openFilters(),
      choices: () => filterChoices(page),
    },
    {
      id: 'sort',
      title: text('inbox_commands.sort.title'),
      group: 'list',
      words: text('inbox_commands.sort.words'),
      run: () => frame.openFilters(),
      choices: () => filterChoices(page, 'sort'),
    },
    {
      id: 'export',
      title: text('inbox_commands.export.title'),
      group: 'list',
      words: text('inbox_commands.export.words'),
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
      title: text('inbox_commands.pick.title'),
      group: 'list',
      keys: ['x'],
      help: text('inbox_commands.pick.help'),
      isAvailable: () => page.root.querySelector('[data-row]') !== null,
      run: () => frame.pick(),
    },
    {
      id: 'bulk',
      title: text('inbox_commands.bulk.title'),
      group: 'selected',
      words: text('inbox_commands.bulk.words'),
      isAvailable: () => page.root.querySelector('.chat-row__check:checked') !== null,
      run: () => frame.openMenu('bulk'),
      choices: () => titled(bar()),
    },
  ]
}

/** Each filter's values, with the filter's name. */
function filterChoices(page: Page, name = ''): Choice[] {
  const form = page.region('filters').querySelector<HTMLFormElement>('[data-filter-form]')
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
