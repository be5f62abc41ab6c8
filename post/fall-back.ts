import type { NewUpload } from '../db/uploads.ts'
import type { Landlord } from '../policies/landlord.ts'
import type { Channel } from '../rules/channel.ts'
import type { Decision } from '../rules/decide.ts'
import { dayOf } from '../rules/london.ts'
import { idOfKey } from './compose.ts'
import { findDestination } from './destination.ts'
import type { MailOut } from './mail-out.ts'
import { composeOnward } from './onward.ts'

/** A contact as a door handed it in, as far as this way needs it. */
export type UncheckedContact = {
  key: string
  channel: Channel
  from: { email?: string; phone?: string }
  evidence: 'verified' | 'unverified' | 'doubtful' | 'robot'
  subject: string
  body: string
  fileNames: string[]
  files?: NewUpload[]
  raw: Buffer | null
  unparsed: boolean
  receivedAt: Date
}

type Unchecked = { contactId: string; inbound: UncheckedContact; decision: Decision }

/**
 * The way round a ledger that does not answer: straight to the desk that the decision names, unfiltered, uncounted and
 * labelled so. Returns when it is delivered and throws when it could not be. The same key has the same Message-ID.
 */
export async function deliverUnchecked(
  mail: MailOut,
  { contactId, inbound, decision }: Unchecked,
  landlord: Landlord,
): Promise<void> {
  const on = dayOf(inbound.receivedAt)
  const message = await composeOnward(
    {
      ...inbound,
      id: contactId,
      // Nobody was looked up, so even a sender that the door is sure of is not known here.
      sender: inbound.evidence === 'verified' ? 'unknown' : inbound.evidence,
      lane: decision.lane,
      counted: false,
      reasons: decision.reasons,
      fromAddress: inbound.from.email ?? inbound.from.phone ?? null,
    },
    null,
    {
      decision: 'not-checked',
      landlord,
      to: findDestination(landlord, decision.desk, on),
      stableId: idOfKey(inbound.key),
      explanation:
        'Clearway could not look anything up when this came, so it was sent on unchecked and not counted.',
    },
  )
  await mail.toDesk(decision.desk, message, on)
}
