/** The first reason per field, of all that a validator has found. */
export function firstReasons(messages: { field: string; message: string }[]) {
  const reasons = [...messages].reverse().map(({ field, message }) => [field, message])
  return Object.fromEntries(reasons) as Record<string, string>
}
