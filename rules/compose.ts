import { type Channel, channels } from './channel.ts'
import type { Means, Need } from './case.ts'
import { isInForce } from './in-force.ts'
import { dayOf } from './london.ts'
import type { Measure, Restriction, Window } from './restriction.ts'

const written: Channel[] = ['email', 'web', 'sms', 'letter', 'social']
const spoken: Channel[] = ['phone', 'visit']

/** The ways that each need closes to a person. */
const closedBy: Record<Need, Channel[]> = {
  'no-internet': ['email', 'web', 'social'],
  'no-phone': ['phone', 'sms'],
  'no-post': ['letter'],
  'cannot-write': written,
  'cannot-read': written,
  'cannot-hear': ['phone'],
  'cannot-speak': spoken,
  'cannot-travel': ['visit'],
  'needs-interpreter': spoken,
}

/** Whether this person can use that way. A public page never counts: nobody has to talk about their home there. */
export function canUse(channel: Channel, { needs, interpreterArranged }: Means): boolean {
  if (channel === 'social') return false
  return needs.every(
    (need) => (need === 'needs-interpreter' && interpreterArranged) || !closedBy[need].includes(channel),
  )
}

/** The hours that lie in both lists of windows. */
function overlap(some: Window[], others: Window[]): Window[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({
        days: one.days.filter((day) => other.days.includes(day)),
        from: one.from > other.from ? one.from : other.from,
        to: one.to < other.to ? one.to : other.to,
      }))
      .filter(({ days, from, to }) => days.length > 0 && from < to),
  )
}

const always: Window[] = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]

/** The hours in a week that all of these measures leave, the tightest together; empty when they miss each other. */
export function sharedWindows(measures: Measure[]): Window[] {
  return measures.reduce((left, each) => (each.code === 'times' ? overlap(left, each.windows) : left), always)
}

/** A closed subject that any message would touch is a closed door. */
export function closesEverySubject(measure: Measure): boolean {
  if (measure.code !== 'closed-subject' && measure.code !== 'no-further-consideration') return false
  return measure.words.length === 0 || measure.words.some((word) => word.trim().length < 3)
}

function leavesOpen(channel: Channel, measure: Measure): boolean {
  if (measure.code === 'channels') return measure.open.includes(channel)
  const needsLeave = measure.code === 'office-access' || measure.code === 'appointment-only'
  return !(needsLeave && channel === 'visit')
}

/** The ordinary ways that all of these measures together leave open to everybody. The tightest wins. */
export function openChannels(measures: Measure[]): Channel[] {
  const none =
    sharedWindows(measures).length === 0 ||
    measures.some((each) => (each.code === 'frequency' && each.limit < 1) || closesEverySubject(each))
  return none ? [] : channels.filter((channel) => measures.every((each) => leavesOpen(channel, each)))
}

/** A review may keep what would lapse, so for what may come together each runs to its end. */
function toItsEnd(restriction: Restriction): Restriction {
  return { ...restriction, lapsesOn: dayOf(restriction.endsAt) }
}

/**
 * The measures in force together at each instant at which their number grows, while `proposed` runs. More is never in
 * force at once in between, so what is open at all of these is open throughout.
 */
export function togetherWith(proposed: Restriction, others: Restriction[]): Measure[][] {
  const all = [proposed, ...others].map(toItsEnd)
  return all
    .filter(({ startsAt }) => startsAt >= proposed.startsAt && startsAt < proposed.endsAt)
    .map(({ startsAt }) => all.filter((each) => isInForce(each, startsAt)).flatMap((each) => each.measures))
}
