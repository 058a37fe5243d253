import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { databaseFileOf, openSearchFile } from '#chat/services/inbox/search/index/search_file'
import { SearchIndex } from '#chat/services/inbox/search/index/search_index'

/** What cannot be opened is tried again: another process may be making it, or the tables are not there yet. */
const TRY_AGAIN_MS = 5000

/** By the path of the database: a process has one connection to each index. */
const indexes = new Map<string, SearchIndex>()
const failedAt = new Map<string, number>()

/** The index of the database behind a client; null when it can have none. */
export function searchIndexOf(client: QueryClientContract): SearchIndex | null {
  const path = databaseFileOf(client)
  if (!path) return null
  return indexes.get(path) ?? opened(client, path)
}

function opened(client: QueryClientContract, path: string) {
  if (Date.now() - (failedAt.get(path) ?? 0) < TRY_AGAIN_MS) return null
  try {
    const index = new SearchIndex(openSearchFile(client, path))
    indexes.set(path, index)
    return index
  } catch {
    failedAt.set(path, Date.now())
    return null
  }
}
