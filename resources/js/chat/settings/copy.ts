import type { AlpineComponent } from 'alpinejs'

const SHOWN_FOR = 2000

/** Copies the code next to the button; where the browser refuses, it selects it. */
export const copy = () =>
  ({
    label: 'Copy',

    async copy() {
      const code = this.$refs.text
      try {
        await navigator.clipboard.writeText(code.textContent)
        this.label = 'Copied'
      } catch {
        getSelection()?.selectAllChildren(code)
        this.label = 'Press Ctrl+C'
      }
      setTimeout(() => (this.label = 'Copy'), SHOWN_FOR)
    },
  }) as AlpineComponent<{ label: string; copy(): Promise<void> }>
