import { fileURLToPath } from 'node:url'

/** The folder that holds the module: its package's, or that of the application which it is part of. */
const ROOT = new URL('../../../', import.meta.url)

/** A file or folder of the module. */
export const packageFile = (path: string) => fileURLToPath(new URL(path, ROOT))

/** The module's Edge views. */
export const chatViews = () => packageFile('resources/views/chat')

/**
 * The built scripts with names of their own, which websites get with their widget's settings in them. What asks for consent is only in
 * the loader of widgets that do; `proactive` is the second stage of those with proactive messages. `reply_push`
 * is part of that stage, and subscribes visitors to pushes. The workers show what is pushed to visitors and to agents.
 */
export const BUILT_SCRIPTS = [
  'loader',
  'loader_with_consent',
  'proactive',
  'reply_push',
  'reply_push_worker',
  'push_worker',
] as const
export type BuiltScript = (typeof BUILT_SCRIPTS)[number]

/** A file that the browser build has made, such as `manifest.json`; the module brings it along. */
export const builtFile = (path: string) => packageFile(`dist/chat/${path}`)
