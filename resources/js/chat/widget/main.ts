import '../../../css/chat/widget/widget.css'
import { Api } from './api.js'
import { Bridge } from './bridge.js'
import { readConfig } from './config.js'
import { Chat } from './model/chat.js'
import { Store } from './store.js'
import { App } from './view/app.js'

const config = readConfig()
const bridge = new Bridge(config.key)
const store = new Store(bridge)
const chat = new Chat(config, bridge, store, new Api(config.api))

bridge.onMessage = ({ type, page, identity, k, v }) => {
  if (type === 'open') {
    chat.setOpen(true)
    app?.focus()
  }
  if (type === 'close') chat.setOpen(false)
  if (type === 'page') chat.movedTo(page)
  if (type === 'identify') chat.identify(identity)
  if (type === 'stored') chat.stored(k, v)
}

let app: App | undefined
const welcome = await bridge.hello()

store.load(welcome.store)
app = new App(chat, bridge)
app.mount(document.getElementById('chat')!)
chat.start(welcome)
if (welcome.open) app.focus()
