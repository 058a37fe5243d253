export type CsvValue = string | number

/** The byte order mark, by which spreadsheets recognise UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Characters that spreadsheets read as the start of a formula, in half and full width. */
const OPERATOR = '=+\\-@|%\uff1d\uff0b\uff0d\uff20'

/** A formula at the start of a text cell, also for programs that separate cells by semicolons or tabs. */
const FORMULA = new RegExp(
  `^(?=\\s*[${OPERATOR}]|[;\\t\\r\\n])|(?<=[;\\t\\r\\n])(?=[ "']*[${OPERATOR}])`,
  'g'
)

/**
 * Lines of a CSV file (RFC 4180), one at a time. Every text is quoted, and one that a spreadsheet would run as a
 * formula is prefixed with an apostrophe; numbers stay numbers, and null is an empty cell.
 */
export function* csvLines(rows: Iterable<CsvValue[]>): Generator<string> {
  yield BYTE_ORDER_MARK
  for (const row of rows) yield csvLine(row)
}

/** The same for batches of rows; yields one text per batch. */
export async function* csvChunks(batches: AsyncIterable<CsvValue[][]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK
  for await (const rows of batches) yield rows.map(csvLine).join('')
}

const csvLine = (row: CsvValue[]) => `${row.map(csvCell).join(',')}\r\n`

export function csvCell(value: CsvValue): string {
  if (typeof value === 'number') return String(value)
  return value && `"${value.replace(FORMULA, "'").replaceAll('"', '""')}"`
}
