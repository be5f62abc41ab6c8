import type { noticeKinds } from '../../db/tables/notices.ts'
import amplius from '../../policies/landlords/amplius.json' with { type: 'json' }
import { nationalLines } from '../../policies/national-lines.ts'
import { noticeParts, warningParts } from '../../policies/pack.ts'
import { type Decision, decide } from '../../rules/decide.ts'
import type { Measure, Restriction } from '../../rules/restriction.ts'
import type { Notice } from '../../words/letter.ts'
import type { DecisionFacts } from '../../words/restriction-parts.ts'
import {
  writeAppealOutcome,
  writeAppealQuestion,
  writeAppealReceipt,
  writeDangerReceipt,
  writeEndNotice,
  writeExtensionNotice,
  writeHeldDigest,
  writeHeldNotice,
  writeLiftNotice,
  writeReleasedNotice,
  writeRequestAnswer,
  writeRequestReceipt,
  writeRestrictionNotice,
  writeReviewNotice,
  writeSignInCode,
  writeWarningNotice,
} from '../../words/notices.ts'
import { expect } from 'vitest'

/** A Tuesday. */
export const now = new Date('2026-11-24T10:30:00Z')

const clause = '4.4'
export const onceAWeek: Measure[] = [
  { code: 'channels', open: ['email'], clause },
  { code: 'frequency', limit: 1, per: 'week', clause },
]

/** Measures of which a notice of a restriction has something to tell under every part that a pack can ask for. */
export const tellingAll: Measure[] = [
  ...onceAWeek,
  { code: 'times', windows: [{ days: [2], from: '09:00', to: '12:00' }], clause },
  { code: 'named-colleague', colleague: 'sam-reed', clause },
]

export function restrictionWith(measures: Measure[]): Restriction & { reference: string } {
  return {
    id: 'r1',
    reference: 'R-2041',
    measures,
    startsAt: new Date('2026-11-01T00:00:00Z'),
    endsAt: new Date('2027-04-30T22:59:59.999Z'),
    lapsesOn: '2027-03-01',
    liftedAt: null,
  }
}

export function headIn(language: string) {
  const customer = { name: 'Amina Hussain', reference: 'C-10421' }
  return { language, customer, landlord: amplius, publicUrl: 'https://contact.example' }
}

export function held(measures: Measure[], channel: 'email' | 'phone' = 'email', text = 'Hello'): Decision {
  const asked = {
    channel,
    sender: 'known',
    lane: 'ordinary',
    text,
    bringsEvidence: false,
    desk: 'contact',
  } as const
  const usage = new Map([[`r1/1-per-week/2026-11-23T00:00:00.000Z`, 2]])
  const decision = decide(asked, [restrictionWith(measures)], usage, now)
  expect(decision.outcome).toBe('hold')
  return decision
}

export function heldFacts(
  language: string,
  measures: Measure[],
  channel: 'email' | 'phone' = 'email',
  text?: string,
  by: 'email' | 'letter' = 'email',
) {
  return {
    ...headIn(language),
    contact: { id: 'c1', channel, receivedAt: now },
    decision: held(measures, channel, text),
    readDueAt: new Date('2026-11-25T17:00:00Z'),
    raiseCode: '3F2A-9C01-K7PQ-X2MD-9RTV',
    by,
    restrictions: [restrictionWith(measures)],
  }
}

export const evidence = [{ on: '2026-10-28', what: '37 emails in one day' }]
export const decidedBy = { name: 'Helen Price', role: 'head' } as const
const reviewer = { name: 'David Okafor', role: 'director' } as const

/** Facts of a letter that has every part there is. */
export function decisionFacts(language: string, over: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    ...headIn(language),
    restriction: {
      ...restrictionWith(tellingAll),
      reason: 'The emails went on.',
      evidence,
      reviewOn: '2027-02-01',
    },
    decidedBy,
    document: 'Customer Conduct Policy',
    reviewRule: { source: 'landlord', decidedOn: '2026-09-01' },
    openRoutes: [{ channel: 'email', opensAt: null, windows: [] }],
    appealUntilOn: '2026-11-15',
    hearer: { role: 'director', title: null },
    marker: { reviewOn: '2027-01-15' },
    mustTell: noticeParts,
    ...over,
  }
}

const warned = { on: '2026-10-10' }
export const signIn = { code: 'ABCD-2345', untilOn: '2027-05-28' }
const appeal = { reference: 'A-7F3K-92QD' }
const request = { reference: 'Q-7F3K-92QD', kind: 'adjustment' } as const
const contact = { id: 'c1', channel: 'email', receivedAt: now } as const

export type Kind = (typeof noticeKinds)[number]

/** Every kind of notice that the ledger knows, with its longest words. */
export const everyNotice: Record<Kind, (language: string) => Notice> = {
  'held-contact': (language) => writeHeldNotice(heldFacts(language, onceAWeek)),
  'held-digest': (language) =>
    writeHeldDigest({
      ...heldFacts(language, onceAWeek),
      contacts: [{ id: 'c0', channel: 'sms', receivedAt: new Date(now.getTime() - 3_600_000) }, contact],
    }),
  'released-contact': (language) => writeReleasedNotice({ ...headIn(language), contact }),
  'urgent-receipt': (language) =>
    writeDangerReceipt({ ...headIn(language), contact, lines: nationalLines['england-and-wales'] }),
  'sign-in-code': (language) => writeSignInCode({ ...headIn(language), code: '123456', minutes: 10 }),
  warning: (language) =>
    writeWarningNotice({
      ...headIn(language),
      conduct: 'Many emails.',
      evidence,
      proposed: 'once a week',
      givenBy: decidedBy,
      appeal: { reference: 'C-10421' },
      mustTell: warningParts,
    }),
  restriction: (language) => writeRestrictionNotice({ ...decisionFacts(language), warned, signIn }),
  extension: (language) =>
    writeExtensionNotice({
      ...decisionFacts(language),
      warned,
      signIn,
      endedBefore: new Date('2027-02-28T23:59:59.999Z'),
    }),
  review: (language) =>
    writeReviewNotice({ ...decisionFacts(language), outcome: 'reduce', reviewed: 'R-2000' }),
  lift: (language) =>
    writeLiftNotice({
      ...headIn(language),
      reference: 'R-2041',
      liftedAt: now,
      reason: 'It is better.',
      othersRemain: false,
    }),
  end: (language) =>
    writeEndNotice({
      ...headIn(language),
      reference: 'R-2041',
      stoppedAt: new Date('2026-11-25T00:00:00Z'),
      isLapsed: true,
      othersRemain: true,
    }),
  'appeal-receipt': (language) =>
    writeAppealReceipt({
      ...headIn(language),
      appeal: { ...appeal, lodgedAt: now, dueOn: '2026-12-14' },
      about: { kind: 'restriction', reference: 'R-2041' },
      hearer: { role: 'director', title: null },
    }),
  'appeal-question': (language) =>
    writeAppealQuestion({
      ...headIn(language),
      appeal,
      question: 'When did you call us?',
      askedBy: reviewer,
      answerByOn: '2026-12-04',
    }),
  'appeal-outcome': (language) =>
    writeAppealOutcome({
      ...headIn(language),
      appeal,
      about: { kind: 'restriction', reference: 'R-2041' },
      ruling: 'not-upheld',
      reasons: 'The emails were many.',
      decidedBy: reviewer,
      effect: { now: 'goes-on', endsAt: restrictionWith([]).endsAt, reviewOn: '2027-02-01' },
      isFinal: true,
    }),
  'request-receipt': (language) =>
    writeRequestReceipt({
      ...headIn(language),
      request: { ...request, kind: 'support', lodgedAt: now, dueOn: '2026-12-08' },
    }),
  'request-answer': (language) =>
    writeRequestAnswer({ ...headIn(language), request, answer: 'We will call you.', answeredBy: decidedBy }),
}
