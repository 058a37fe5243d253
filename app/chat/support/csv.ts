export type CsvValue = string | number

/** The mark by which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[\s]*[=+\-@|%\t\r\n]|^[\t\r\n]/

/**
 * Lines of a CSV file as RFC 4180 has them, one at a time. Text that a spreadsheet would run as a
 * formula gets an apostrophe before it; numbers stay numbers.
 */
export function* csvLines(rows: Iterable<CsvValue[]>): Generator<string> {
  yield BYTE_ORDER_MARK
  for (const row of rows) yield csvLine(row)
}

/** The same of rows that come some at a time, as much text at a time. */
export async function* csvChunks(batches: AsyncIterable<CsvValue[][]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK
  for await (const rows of batches) yield rows.map(csvLine).join('')
}

const csvLine = (row: CsvValue[]) => `${row.map(csvCell).join(',')}\r\n`

export function csvCell(value: CsvValue): string {
  if (typeof value === 'number') return String(value)
  const harmless = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
