/** Shapes in which `Intl` writes moments, for server and browser alike. */

/** `14:05` */
export const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
/** `21 Nov` */
export const DAY = { day: 'numeric', month: 'short' } as const
/** `21 Nov 2026` */
export const DATE = { ...DAY, year: 'numeric' } as const
