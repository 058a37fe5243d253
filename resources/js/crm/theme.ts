/**
 * Applies the colours chosen in this browser before the page is painted, which is why it is a
 * classic script of its own and imports nothing.
 */
;(() => {
  const KEY = 'crm-theme'

  function chosen() {
    try {
      return localStorage.getItem(KEY) ?? 'system'
    } catch {
      return 'system'
    }
  }

  function apply(theme: string) {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }

  document.addEventListener('crm:theme', (event) => {
    const theme = (event as CustomEvent<string>).detail
    apply(theme)
    try {
      localStorage.setItem(KEY, theme)
    } catch {
      /** Without storage the choice holds for this page only. */
    }
  })
  apply(chosen())
})()
