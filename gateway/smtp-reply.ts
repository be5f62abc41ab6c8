/** What the SMTP door answers instead of a yes: 4xx asks the sender to keep the mail and come again, 5xx is final. */
export class Reply extends Error {
  override readonly name = 'Reply'
  readonly responseCode: number
  constructor(responseCode: number, words: string) {
    super(words)
    this.responseCode = responseCode
  }
}

/** Codes that say there is no room left: from the file system, and from PostgreSQL. */
const noRoom = new Set(['ENOSPC', 'EDQUOT', '53100'])

function isNoRoom(fault: unknown, depth = 0): boolean {
  if (!(fault instanceof Error) || depth > 5) return false
  const inner = fault instanceof AggregateError ? fault.errors : []
  return (
    noRoom.has(String((fault as { code?: unknown }).code)) ||
    [fault.cause, ...inner].some((each) => isNoRoom(each, depth + 1))
  )
}

/** Every other fault inside is temporary for the sender: it must keep the mail. Never 5xx, never a word about what broke. */
export function replyTo(fault: unknown): Reply {
  if (fault instanceof Reply) return fault
  if (isNoRoom(fault)) return new Reply(452, 'We have no room just now. Please send your mail again later.')
  return new Reply(451, 'We could not keep your mail just now. Please send it again later.')
}
