/** The rows below an element, in order. */
export const rowsIn = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('[data-row]')]

/** The id of a row's conversation. */
export const idOf = (row: HTMLElement) => row.dataset.row!

/** The link by which a row opens its conversation. */
export const linkOf = (row?: HTMLElement | null) => row?.querySelector<HTMLElement>('a') ?? null

/** Whether a row shows a newer message than another row of the same conversation. */
export const isNewer = (row: HTMLElement | null, other: HTMLElement) =>
  row !== null && Number(row.dataset.lastSeq) > Number(other.dataset.lastSeq)

/** Compares the sort keys that the server has rendered into two rows. */
export function comesBefore(row: HTMLElement, other: HTMLElement) {
  const others = sortKeysOf(other)
  const differences = sortKeysOf(row).map((key, index) => key - others[index])
  return differences.find((difference) => difference !== 0)! > 0
}

const sortKeysOf = (row: HTMLElement) => row.dataset.sort!.split('.').map(Number)

/** The message at which an address opens a conversation. */
export function matchIn(href: string) {
  return new URL(href, location.href).searchParams.get('at') ?? undefined
}
