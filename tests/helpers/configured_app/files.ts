import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const FILES = {
  'package.json': JSON.stringify({ name: 'host', type: 'module', dependencies: {} }),
  'tsconfig.json': JSON.stringify({ extends: '@adonisjs/tsconfig/tsconfig.app.json' }),
  '.env': 'PORT=3333\nAPP_URL=http://localhost:3333\n',
  'start/env.ts': `import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  PORT: Env.schema.number(),
})
`,
  'adonisrc.ts': `import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
  ],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
  ],
})
`,
}

/** Writes what of an application `configure` reads and changes. */
export async function layOut(folder: string) {
  for (const [name, text] of Object.entries(FILES)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}
