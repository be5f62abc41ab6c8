import type { Role } from '../../../policies/pack.ts'
import type { Channel } from '../../../rules/channel.ts'
import type { Decision, Reason } from '../../../rules/decide.ts'
import type { Lane } from '../../../rules/lane.ts'
import type { Basis } from '../../../rules/may-release.ts'
import { sayDay, sayShort } from './say-time.ts'

/** Short words for colleagues. What a customer was told is never said from here: notices are shown as sent. */

const channelWords: Record<Channel, string> = {
  email: 'Email',
  web: 'Website',
  sms: 'Text message',
  phone: 'Phone',
  letter: 'Letter',
  visit: 'Visit',
  social: 'Social media',
}

export function sayChannel(channel: Channel): string {
  return channelWords[channel]
}

const laneWords: Record<Lane, string> = {
  'life-safety': 'Danger to life',
  'emergency-repair': 'Emergency repair',
  repair: 'Repair',
  'urgent-need': 'Urgent need',
  protected: 'Always passes: a right of the customer',
  ordinary: 'Ordinary',
}

export function sayLane(lane: Lane): string {
  return laneWords[lane]
}

const reasonWords: Record<Reason['code'], (facts: NonNullable<Reason['facts']>) => string> = {
  'channel-closed': ({ channel }) => `${sayChannel(channel as Channel)} is closed`,
  'over-limit': ({ allowed, per, until }) =>
    `Over ${allowed} a ${per}${until ? `, counted until ${sayShort(String(until))}` : ''}`,
  'outside-times': () => 'Outside the days and hours',
  'subject-closed': ({ subject }) => `Closed subject: ${subject}`,
  'no-further-consideration': ({ subject }) => `Nothing new on: ${subject}`,
  'significant-only': () => 'Significant matters only',
  'through-representative': ({ name }) => `Through ${name} only`,
  'appointment-only': () => 'Visits by appointment only',
  paused: ({ until }) => `Paused until ${sayShort(String(until))}`,
  urgent: () => 'Urgent: always passes',
  protected: () => 'A right of the customer: always passes',
  'no-restriction': () => 'No restriction in force',
  'within-limits': () => 'Within the limits',
  'not-counted': () => 'Could not be counted, so it passed',
  'not-checked': () => 'The ledger could not be asked, so it passed',
  'no-open-way': () => 'Restrictions together left no open way, so it passed. They need mending',
  'sender-unverified': () => 'Sender could not be verified, so it passed',
  'sender-unknown': () => 'Sender is nobody we know, so it passed',
  'sender-doubtful': () => 'More than one customer could have sent it, so it passed',
  'sender-robot': () => 'Sent by a machine, so it passed',
}

/** One reason of a decision in a few words. */
export function sayReason(reason: Reason): string {
  return reasonWords[reason.code](reason.facts ?? {})
}

/** When the customer can next write: now, or the instant. */
export function sayNextOpening(nextAllowedAt: Decision['nextAllowedAt'] | string): string {
  return nextAllowedAt ? sayShort(nextAllowedAt) : 'Open now'
}

const roleWords: Record<Role, { one: string; article: string }> = {
  officer: { one: 'housing officer', article: 'a' },
  manager: { one: 'manager', article: 'a' },
  head: { one: 'head of service', article: 'a' },
  director: { one: 'director', article: 'a' },
  appeals: { one: 'appeals reviewer', article: 'an' },
  contractor: { one: 'contractor', article: 'a' },
}

export function sayRole(role: Role): string {
  return roleWords[role].one.charAt(0).toUpperCase() + roleWords[role].one.slice(1)
}

/** 'a head of service or a director'. */
export function sayRoles(roles: Role[]): string {
  const all = roles.map((role) => `${roleWords[role].article} ${roleWords[role].one}`)
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(all)
}

/** Whose rule a refusal rests on. `document` is the landlord's document, for example 'Customer Conduct Policy'. */
export function sayBasis(basis: Basis, document: string): string {
  if (basis.by === 'policy') return `${document}: ${basis.clause}.`
  if (basis.by === 'landlord') return `Decided by ${basis.decidedBy} on ${sayDay(basis.decidedOn)}.`
  return 'This is how access to Clearway is set up, to keep what customers write private.'
}
