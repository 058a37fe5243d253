type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> }

/** The properties that are not undefined; null ones stay. */
export const omitUndefined = <T extends object>(values: T) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined)
  ) as Defined<T>
