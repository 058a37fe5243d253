type Said<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> }

/** The values that were given; null is one, and undefined is none. */
export const said = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Said<T>
