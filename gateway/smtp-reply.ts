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

/**
 * What failed, by code or name, with every cause: for the log. Never the text of a fault, which can hold an address or a
 * piece of a message.
 */
export function codesOf(fault: unknown, depth = 0): string[] {
  if (!(fault instanceof Error) || depth > 5) return []
  const { code } = fault as { code?: unknown }
  const causes = [fault.cause, ...(fault instanceof AggregateError ? (fault.errors as unknown[]) : [])]
  return [typeof code === 'string' ? code : fault.name, ...causes.flatMap((each) => codesOf(each, depth + 1))]
}

/** Every other fault inside is temporary for the sender: it must keep the mail. Never 5xx, never a word about what broke. */
export function replyTo(fault: unknown): Reply {
  if (fault instanceof Reply) return fault
  if (codesOf(fault).some((code) => noRoom.has(code)))
    return new Reply(452, 'We have no room just now. Please send your mail again later.')
  return new Reply(451, 'We could not keep your mail just now. Please send it again later.')
}
