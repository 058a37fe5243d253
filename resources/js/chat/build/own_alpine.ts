import type { Plugin } from 'vite'

type Change = [from: string, to: string]

/** What each file of Alpine has in common with any other Alpine on the page, and what the module's has instead. */
const CHANGES: Record<string, Change[]> = {
  '/@alpinejs/csp/dist/module.esm.js': [
    ['prefixAsString = "x-"', 'prefixAsString = "chat-"'],
    ['_x_', '_chat_'],
    ['"alpine:', '"chat-alpine:'],
    ['"[x-', '"[chat-'],
    ['mapAttributes(startingWith(":", into(prefix("bind:"))));', ''],
    ['mapAttributes(startingWith("@", into(prefix("on:"))));', ''],
  ],
  '/@alpinejs/morph/dist/module.esm.js': [
    ['_x_', '_chat_'],
    ['window.Alpine', 'undefined'],
  ],
}

/**
 * The module's Alpine and a host's own share a page without a trace of each other: the module's has attributes
 * (`chat-on:click`, and no short forms), marks on elements and events of its own, and looks for no global Alpine. A
 * version of Alpine that has something of it elsewhere ends the build.
 */
export const ownAlpine: Plugin = {
  name: 'chat:own-alpine',
  transform(code, id) {
    const file = Object.keys(CHANGES).find((each) => id.endsWith(each))
    if (!file) return null
    return { code: CHANGES[file].reduce(changed, code), map: null }
  },
}

function changed(code: string, [from, to]: Change) {
  if (!code.includes(from)) throw new Error(`Alpine has no ${from} any more`)
  return code.replaceAll(from, to)
}
