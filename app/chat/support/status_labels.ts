import type { drawn } from '../texts/en/drawn.js'
import { drawnText } from '../texts/drawn.js'

type Status = keyof typeof drawn.status

/** The label of a status. "Waiting" alone would mean a visitor who waits for the team. */
export const labelOf = (status: string) => drawnText(`drawn.status.${status as Status}`)
