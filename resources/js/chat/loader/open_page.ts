import { PREFIX } from './config.js'
import { ifAllowed } from './store.js'

/** The page on which this tab has left the chat open; undefined when it has not. */
export const openPage = () => ifAllowed((): string => sessionStorage[PREFIX])

/** Notes for the tab's next page load whether the chat is open. */
export const rememberOpen = (open: boolean) =>
  ifAllowed(() => {
    if (open) sessionStorage[PREFIX] = location.href
    else delete sessionStorage[PREFIX]
  })
