/** Rotates a list so that it starts after the one served last: each gets its turn. */
export const roundRobin = <T extends { id: number }>(all: T[], servedLast: number): T[] => [
  ...all.filter(({ id }) => id > servedLast),
  ...all.filter(({ id }) => id <= servedLast),
]
