/** The numbers of a chart, read from the table beside it: the page contains each once. */
export interface Numbers {
  short: string[]
  full: string[]
  series: { label: string; values: (number | null)[]; texts: string[] }[]
}

export function numbersOf(table: HTMLTableElement): Numbers {
  const rows = [...table.tBodies[0].rows]
  const headings = rows.map((row) => row.cells[0])
  const labels = [...table.tHead!.rows[0].cells].slice(1).map((cell) => cell.textContent.trim())
  return {
    short: headings.map((cell) => cell.dataset.short ?? ''),
    full: headings.map((cell) => cell.textContent.trim()),
    series: labels.map((label, index) => {
      const cells = rows.map((row) => row.cells[index + 1])
      return {
        label,
        values: cells.map(({ dataset }) => (dataset.value ? Number(dataset.value) : null)),
        texts: cells.map((cell) => cell.textContent.trim()),
      }
    }),
  }
}
