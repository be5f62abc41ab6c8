import type { Contact } from '../../rules/decide.ts'
import type { Measure, Restriction } from '../../rules/restriction.ts'
import { limitsAt, type Usage } from '../../rules/usage.ts'

/** A restriction in force from 1 November 2026 to 30 April 2027, reviewed in time. */
export function aRestriction(measures: Measure[], over: Partial<Restriction> = {}): Restriction {
  return {
    id: 'R-1',
    measures,
    startsAt: new Date('2026-11-01T00:00:00Z'),
    endsAt: new Date('2027-05-01T00:00:00Z'),
    lapsesOn: '2027-04-30',
    liftedAt: null,
    ...over,
  }
}

/** An ordinary email from a known customer. */
export function aContact(over: Partial<Contact> = {}): Contact {
  const text = 'I would like to talk about my rent letter.'
  return {
    channel: 'email',
    sender: 'known',
    lane: 'ordinary',
    text,
    bringsEvidence: false,
    desk: 'contact',
    ...over,
  }
}

/** Every limit in force at `at`, with `count` contacts in its span, this one included. */
export function usageAt(restrictions: Restriction[], at: Date, count: number): Usage {
  return new Map(limitsAt(restrictions, at).map((limit) => [limit.key, count]))
}

const clause = 'Sanctions'
export const emailOnly: Measure = { code: 'channels', open: ['email'], clause }
export const letterOnly: Measure = { code: 'channels', open: ['letter'], clause }
export const onceAWeek: Measure = { code: 'frequency', limit: 1, per: 'week', clause }
export const tuesdayMornings: Measure = {
  code: 'times',
  windows: [{ days: [2], from: '09:00', to: '12:00' }],
  clause,
}
export const parkingClosed: Measure = {
  code: 'closed-subject',
  subject: 'the parking bay',
  words: ['parking', 'bay 14'],
  clause,
}
