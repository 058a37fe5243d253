import { fileURLToPath } from 'node:url'

/** The folder that holds the module: its package's, or that of the application which it is part of. */
const ROOT = new URL('../../../', import.meta.url)

/** A file or folder of the module. */
export const packageFile = (path: string) => fileURLToPath(new URL(path, ROOT))

/** The module's Edge views. */
export const chatViews = () => packageFile('resources/views/chat')

/** The built loaders: what asks for consent is only in the one of widgets that do. */
export const LOADERS = { plain: 'loader.js', withConsent: 'loader_with_consent.js' } as const

/** A file that the browser build has made, such as `manifest.json`; the module brings it along. */
export const builtFile = (path: string) => packageFile(`dist/chat/${path}`)
