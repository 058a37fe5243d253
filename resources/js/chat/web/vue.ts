import { defineComponent, onBeforeUnmount, onMounted, watch, type PropType } from 'vue'
import { EVENTS } from './events.js'
import type { WebWidgetOptions, WebWidgetPosition } from './options.js'
import {
  renderWebWidget,
  type WebWidgetHandle,
  type WebWidgetIdentity,
} from './render_web_widget.js'

/** The chat, as long as the component is mounted. Through a template ref it is driven as by the widget's handle. */
export const WebWidget = defineComponent({
  name: 'WebWidget',
  props: {
    apiUrl: { type: String, required: true },
    token: { type: String, required: true },
    publicBase: String,
    tenantId: String,
    primaryColor: String,
    companyName: String,
    position: String as PropType<WebWidgetPosition>,
  },
  emits: EVENTS,
  setup(props, { emit, expose }) {
    let handle: WebWidgetHandle | undefined
    const render = () => {
      handle?.remove()
      handle = renderWebWidget({ ...props } as WebWidgetOptions)
      for (const name of EVENTS) handle.on(name, (detail) => emit(name, detail))
    }
    onMounted(render)
    watch(() => ({ ...props }), render)
    onBeforeUnmount(() => handle?.remove())
    expose({
      open: () => handle?.open(),
      close: () => handle?.close(),
      toggle: () => handle?.toggle(),
      identify: (visitor: WebWidgetIdentity) => handle?.identify(visitor),
      reset: () => handle?.reset(),
      destroy: () => handle?.destroy(),
    })
    return () => null
  },
})
