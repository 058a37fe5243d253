import type { QueryClientContract } from '@adonisjs/lucid/types/database'

interface Query {
  client: Pick<QueryClientContract, 'dialect'>
}

/** A condition for `whereRaw`: the column contains the text itself, whatever wildcards and case it has. */
export function contains({ client }: Query, column: string, text: string): [string, string[]] {
  const like = client.dialect.name === 'postgres' ? 'ilike' : 'like'
  return [`${column} ${like} ? escape '!'`, [`%${text.replace(/[!%_]/g, '!$&')}%`]]
}
