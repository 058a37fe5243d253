/** On a narrow screen the tab that one is on may lie beyond the edge: brings it into view. */
export function showCurrentTab() {
  const current = document.querySelector('.crm-tabs [aria-current]')
  current?.scrollIntoView({ inline: 'center', block: 'nearest' })
}
