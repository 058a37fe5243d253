import type { ChatConfig } from '#chat/define_config'
import type Widget from '#chat/models/widget'

/** The line that goes into the website, and what a website with a strict CSP has to allow for it. */
export function embedCode(config: ChatConfig, widget: Widget) {
  const { origin } = new URL(config.publicUrl)
  return {
    snippet: `<script src="${config.publicUrl}/p/chat/${widget.publicKey}.js" async></script>`,
    policy: ['script-src', 'connect-src', 'frame-src']
      .map((name) => `${name} ${origin};`)
      .join(' '),
    origin,
  }
}
