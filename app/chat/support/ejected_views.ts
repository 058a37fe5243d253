import { glob } from 'node:fs/promises'
import type { ApplicationService } from '@adonisjs/core/types'
import { chatViews } from '#chat/support/package_files'

/** The views of the module that the application has copied, relative to their folder. */
export async function ejectedViews(app: ApplicationService): Promise<string[]> {
  const folder = app.viewsPath('chat')
  if (folder === chatViews().replace(/[\\/]$/, '')) return []
  const found = await Array.fromAsync(glob('**/*.edge', { cwd: folder }))
  return found.sort()
}
