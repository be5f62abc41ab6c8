/** What the mail door allows. Times in milliseconds. */
export type MailLimits = {
  /** One mail, in bytes; said in the answer to EHLO. */
  size: number
  recipients: number
  /** Connections at once, from everybody together and from one address that is no relay of the landlord. */
  connections: number
  connectionsPerAddress: number
  /** Of `connections`, kept free for the landlord's relays. */
  keptForRelays: number
  /** One session from its greeting to its end, for strangers and for relays. */
  sessionMs: number
  relaySessionMs: number
  /** While a mail is being sent: after this long it must have come at this rate. */
  dripGraceMs: number
  leastBytesPerSecond: number
  /** Mails being received, all together: beyond it senders are asked to come again. */
  bytesAtOnce: number
  idleMs: number
}

export const mailLimits: MailLimits = {
  size: 25 * 1024 * 1024,
  recipients: 100,
  connections: 400,
  connectionsPerAddress: 20,
  keptForRelays: 100,
  sessionMs: 10 * 60_000,
  relaySessionMs: 60 * 60_000,
  dripGraceMs: 15_000,
  leastBytesPerSecond: 500,
  bytesAtOnce: 512 * 1024 * 1024,
  idleMs: 60_000,
}
