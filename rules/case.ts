import type { AssessmentCode, AssessmentQuestion, NoticePart, Role, WarningPart } from '../policies/pack.ts'
import type { Channel } from './channel.ts'
import type { Measure, Restriction } from './restriction.ts'

/** One obstacle. `clause` is the policy's, or null: then it is Clearway's own invariant or the landlord's dated decision, named in `facts`. */
export type CaseReason = { code: string; clause: string | null; facts?: Record<string, string | number> }

/** Every question about a case is answered so: yes, or every obstacle at once, not only the first. */
export type CaseAnswer<Yes = unknown> = ({ yes: true } & Yes) | { no: CaseReason[] }

/** A named person who works for the landlord. */
export type Colleague = { id: string; role: Role }

/** Something that happened, on a London day, and who wrote it down. */
export type Evidence = {
  on: string
  what: string
  /** The colleague, or contractor, who wrote it. */
  by: string
  /** Code of the pack's example of conduct that it is, where it is one of those. */
  example: string | null
  /** Why it is more than somebody using a right: needed where the act is lawful in itself. */
  whyMoreThanARight: string | null
}

/** A warning that somebody would like to send. */
export type WarningProposal = {
  by: Colleague | null
  /** Code of the pack's category of conduct. */
  category: string
  conduct: string
  evidence: Evidence[]
  /** What is meant to follow if it goes on. */
  proposed: string
  /** What its letter tells the customer. */
  states: WarningPart[]
}

/** A warning that was sent, or a finding that was told (where the policy knows findings but no warnings). */
export type Warning = {
  kind: 'warning' | 'finding'
  category: string
  by: string
  /** The instant from which it counts as received (`deemedReceivedAt`), or null: it has not arrived. */
  receivedAt: Date | null
}

/** One thing that was looked into before deciding, by whom, and what came of it. */
export type AssessmentRecord = {
  code: AssessmentCode
  on: string
  by: string
  /** 'no-known-support': attested that no support worker is known. 'not-needed': looked at and left out, with the reason in `note`. */
  outcome: 'done' | 'no-known-support' | 'not-needed'
  note: string
  answers?: Partial<Record<AssessmentQuestion, string>>
}

/** Somebody is in danger now, so steps come after instead of before: recorded, with the days on which they are due. */
export type SafetyException = {
  authorisedBy: Colleague
  reason: string
  noticeDueOn: string
  accountDueOn: string
  assessmentsDueOn: string
}

/** What keeps a person from using a way of contact. Only ever used to keep a way open (I11). */
export type Need =
  | 'no-internet'
  | 'no-phone'
  | 'no-post'
  | 'cannot-write'
  | 'cannot-read'
  | 'cannot-hear'
  | 'cannot-speak'
  | 'cannot-travel'
  | 'needs-interpreter'

/** How this person can get in touch. */
export type Means = {
  needs: Need[]
  /** An interpreter is there for calls and visits, so that 'needs-interpreter' closes nothing. */
  interpreterArranged: boolean
  /** Ways that an agreed adjustment promises: a restriction never takes one away (A2Dominion 3.1.2, Equality Act s.20). */
  promisedChannels: Channel[]
}

/** What the letter says, and the instant from which it counts as received: that may lie ahead of now. */
export type NoticeFacts = { parts: NoticePart[]; receivedAt: Date | null }

/** A restriction that a colleague would like to impose. The instant of the decision is the `now` it is judged at. */
export type RestrictionProposal = {
  decidedBy: Colleague | null
  category: string
  reason: string
  evidence: Evidence[]
  /** Every warning and finding of this customer. */
  warnings: Warning[]
  /** Why there was no warning, where the policy lets that be decided. */
  noWarning: { authorisedBy: Colleague; reason: string } | null
  immediateSafety: SafetyException | null
  /** The day on which the customer was asked for their account, or null. */
  accountInvitedOn: string | null
  assessments: AssessmentRecord[]
  measures: Measure[]
  startsAt: Date
  /** Exclusive: midnight after the last day. */
  endsAt: Date
  reviewOn: string
  /** Why longer than usual, and why more than one measure, where that is so. */
  whyLonger: string | null
  whyWider: string | null
  /** This customer's other restrictions, in force or to come (I2 is about all of them together). */
  others: Restriction[]
  means: Means
  /** The day on which the agency said yes in writing, for 'through-representative'. */
  agencyAcceptedOn: string | null
  /** Whether a marker goes with it, which its notice must then say. */
  withMarker: boolean
  notice: NoticeFacts | null
}

/** What has to follow a decision that was taken before its ordinary steps, and by which day. */
export type FollowUp = { code: 'notice' | 'account' | 'assessments'; on: string }

/** Who did what in a case, so that an appeal is heard by somebody who did nothing in it (I8). */
export type Part = {
  colleague: Colleague
  part: 'evidence' | 'warning' | 'decision' | 'review' | 'marker' | 'exception'
}
