import { join } from 'node:path'

/** The file that says which process runs a file of tests, of those that share a folder. */
export const claimOf = (folder: string, file: string) => join(folder, encodeURIComponent(file))
