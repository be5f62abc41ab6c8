/** The part of a contact's id that people read out. */
export function shortReference(id: string): string {
  const start = id.replaceAll('-', '').slice(0, 8).toUpperCase()
  return `${start.slice(0, 4)}-${start.slice(4)}`
}
