/** Adds further rows to a list of inputs, numbered on from those that are there. */
export function enableRepeaters() {
  for (const repeater of document.querySelectorAll<HTMLElement>('[data-repeater]')) {
    const rows = repeater.querySelector<HTMLElement>('[data-repeater-rows]')
    const template = repeater.querySelector<HTMLTemplateElement>('[data-repeater-template]')
    const button = repeater.querySelector<HTMLButtonElement>('[data-repeater-add]')
    if (!rows || !template || !button) continue

    let next = rows.querySelectorAll('[data-repeater-row]').length
    button.addEventListener('click', () => {
      const row = template.content.cloneNode(true) as DocumentFragment
      for (const field of row.querySelectorAll<HTMLInputElement>('[name]')) {
        field.name = field.name.replace('__index__', String(next))
        if (field.value === '__index__') field.value = String(next)
      }
      next += 1
      rows.append(row)
      rows.lastElementChild?.querySelector<HTMLElement>('input')?.focus()
    })
    button.hidden = false
  }
}
