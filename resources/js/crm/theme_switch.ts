/** Lets the user choose light, dark or whatever the system says; `theme.ts` remembers it. */
export function enableThemeSwitch() {
  const group = document.querySelector<HTMLElement>('[data-theme-switch]')
  if (!group) return

  const buttons = [...group.querySelectorAll<HTMLButtonElement>('[data-theme-choice]')]
  const show = () => {
    const current = document.documentElement.dataset.theme ?? 'system'
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === current))
    }
  }

  group.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-theme-choice]')
    if (!button) return
    document.dispatchEvent(new CustomEvent('crm:theme', { detail: button.dataset.themeChoice }))
    show()
  })
  show()
  group.hidden = false
}
