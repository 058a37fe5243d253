import { buildAssets } from './build_assets.js'

await buildAssets()
