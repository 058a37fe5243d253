/** Those behind the one that was served last come first, so that each has its turn. */
export const inTurn = <T extends { id: number }>(all: T[], servedLast: number): T[] => [
  ...all.filter(({ id }) => id > servedLast),
  ...all.filter(({ id }) => id <= servedLast),
]
