import '../../../css/chat/widget/widget.css'
import { Api } from './api.js'
import { Bridge } from './bridge.js'
import { readConfig } from './config.js'
import { Chat } from './model/chat.js'
import { stored } from './model/other_tabs.js'
import { PageWatch } from './model/page_watch.js'
import { watchReturn } from './return.js'
import { Store } from './store.js'
import { App } from './view/app.js'

const config = readConfig()
const bridge = new Bridge(config.key)
const store = new Store(bridge)
const chat = new Chat(config, bridge, store, new Api(config.api))

bridge.onMessage = ({ type, page, identity, k, v, rule, text, sender }) => {
  if (type === 'open') {
    chat.setOpen(true)
    app?.focus()
  }
  if (type === 'close') chat.setOpen(false)
  if (type === 'page') pages?.heard(page)
  if (type === 'dismiss') app?.dismissPreview()
  if (type === 'invite') chat.invite({ rule, text, sender })
  if (type === 'identify') chat.identify(identity)
  if (type === 'stored') stored(chat, k, v)
  if (type === 'unstored') chat.notStored(k)
}

let app: App | undefined
let pages: PageWatch | undefined
const welcome = await bridge.hello()

if (welcome.page) {
  const ask = () => bridge.post('page')
  pages = new PageWatch(welcome.page, ask, (page) => chat.movedTo(page))
}
store.load(welcome.store)
app = new App(chat, bridge)
const root = document.getElementById('chat')!
app.mount(root)
watchReturn(bridge, store, root)
chat.start(welcome)
if (welcome.open && welcome.focus) app.focus()
