import { config } from './config.js'

/**
 * The launcher's and the panel's looks, as a constructed stylesheet: a website's Content-Security-Policy has
 * no say in those, and the website's own rules do not reach into the shadow root.
 */
export function createSheet() {
  const { position, launcher_size: size, border_radius: radius } = config
  const [block, inline] = position.split('-')
  const sheet = new CSSStyleSheet()

  sheet.replaceSync(
    `:host{all:initial!important}` +
      `button,iframe{all:unset;position:fixed;z-index:999999999;${block}:20px;${inline}:20px;` +
      `border-radius:${radius}px;box-shadow:0 6px 24px #0004;transition:.2s}` +
      `button{width:${size}px;height:${size}px;display:grid;place-items:center;cursor:pointer;` +
      `background:${config.primary_color}}` +
      `button:hover{scale:1.06}` +
      `button:focus-visible{outline:auto}` +
      `svg{width:46%;fill:none;stroke:${config.text_color};stroke-width:2}` +
      `b{position:absolute;top:-6px;right:-6px;padding:0 7px;` +
      `border-radius:12px;background:#c00;color:#fff;font:700 12px/22px system-ui}` +
      `b:empty{display:none}` +
      `iframe{${block}:${size + 32}px;width:380px;height:640px;` +
      `max-height:calc(100% - ${size + 52}px)}` +
      `:host(:not(.o)) iframe{opacity:0;visibility:hidden;translate:0 16px}` +
      `@media(max-width:480px){iframe{inset:0;width:100%;height:100%;max-height:none;border-radius:0}` +
      `:host(.o) button{display:none}}` +
      `@media(prefers-reduced-motion){button,iframe{transition:none}}`
  )
  return sheet
}
