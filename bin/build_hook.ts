import { buildAssets } from './build_assets.js'

/** `node ace build` builds what browsers load before it compiles the application, and copies both to `build`. */
export default () => buildAssets()
