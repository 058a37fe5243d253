import { minify } from 'terser'
import type { Plugin } from 'vite'
import { memberNames } from './member_names.js'
import { SMALLEST } from './smallest.js'

/** The frame's script, and what it loads later. */
const PARTS = ['widget', 'later', 'files']

/**
 * Minifies the widget a second time: a page that is not the CRM's own pays for each of its bytes. What Terser finds
 * after Vite's own minifier is 2 % of them; names of classes' members are 1 % more. Its styles get shorter names for the
 * two variables by which Lightning CSS separates light from dark.
 */
export const smallestWidget: Plugin = {
  name: 'chat:smallest-widget',
  async generateBundle(_, bundle) {
    const scripts = []
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'asset' && chunk.names.includes('widget.css')) {
        chunk.source = String(chunk.source).replaceAll('--lightningcss-', '--')
      }
      if (chunk.type !== 'chunk' || !PARTS.includes(chunk.name)) continue
      // A name that two files share would be another one in each
      if (chunk.imports.length) throw new Error('The widget is one file, and imports none')
      scripts.push(chunk)
    }
    const members = memberNames(scripts.map(({ code }) => this.parse(code)))
    // What is loaded later uses members of what is there: both parts have the same short names
    const nameCache = {}
    for (const chunk of scripts) {
      const { code } = await minify(chunk.code, {
        ...SMALLEST,
        module: true,
        nameCache,
        mangle: { properties: { regex: new RegExp(`^(${members.join('|')})$`) } },
      })
      chunk.code = code!
    }
  },
}
