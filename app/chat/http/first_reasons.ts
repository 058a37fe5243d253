/** The first message per field of a validator's errors. */
export function firstReasons(messages: { field: string; message: string }[]) {
  const reasons = [...messages].reverse().map(({ field, message }) => [field, message])
  return Object.fromEntries(reasons) as Record<string, string>
}
