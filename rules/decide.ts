import type { Channel } from './channel.ts'
import { isInForce } from './in-force.ts'
import type { Lane } from './lane.ts'
import { isWithin, type OpenRoute, openRoutes, pauseEndsAt } from './opening.ts'
import type { Measure, Restriction } from './restriction.ts'
import { limitsAt, type Usage } from './usage.ts'

/**
 * How sure we are who sent it. Only a `known` customer can be held: what cannot be proved to come from the
 * restricted person is delivered and labelled (I9).
 */
export type Sender = 'known' | 'unverified' | 'unknown' | 'doubtful' | 'robot'

/** What the decision needs to know of a contact: never who the customer is or how they are (I11). */
export type Contact = {
  channel: Channel
  sender: Sender
  lane: Lane
  /** Subject and text, for closed subjects. */
  text: string
  /** Something new came with it: a file, or words that say so. It reopens a subject that waits for new evidence. */
  bringsEvidence: boolean
  /** The desk it was addressed to. */
  desk: string
}

export type DeliverCode =
  | 'urgent'
  | 'protected'
  | 'no-restriction'
  | 'within-limits'
  | 'not-counted'
  | 'not-checked'
  | 'no-open-way'
  | 'sender-unverified'
  | 'sender-unknown'
  | 'sender-doubtful'
  | 'sender-robot'

export type BreachCode =
  | 'channel-closed'
  | 'over-limit'
  | 'outside-times'
  | 'subject-closed'
  | 'no-further-consideration'
  | 'significant-only'
  | 'through-representative'
  | 'appointment-only'
  | 'paused'

/** Why, as facts. `words/explain` turns them into sentences. Dates are ISO instants. */
export type Reason = {
  code: DeliverCode | BreachCode
  restrictionId?: string
  clause?: string
  facts?: Record<string, string | number>
}

/** The value that customer page, colleague page, acknowledgement and telephone switch all print. */
export type Decision = {
  outcome: 'deliver' | 'hold'
  lane: Lane
  /** Whether it uses up one of the customer's contacts. */
  counted: boolean
  /** The desk that gets it now, or that reads it when it is held. */
  desk: string
  /** The named colleague that ordinary contact goes to, where a restriction names one. */
  colleague: string | null
  reasons: Reason[]
  /** When an ordinary contact next goes through: null when that is now. */
  nextAllowedAt: Date | null
  openRoutes: OpenRoute[]
}

/** Which desk each lane goes to, whoever wrote it; `null` leaves it where it was addressed. */
const deskOfLane: Record<Lane, string | null> = {
  'life-safety': 'urgent',
  'emergency-repair': 'urgent',
  'urgent-need': 'urgent',
  repair: 'repairs',
  protected: null,
  ordinary: null,
}

type Breach = Reason & { code: BreachCode }

function mentions(text: string, words: string[]): boolean {
  const plain = text.toLowerCase()
  return words.some((word) => plain.includes(word.toLowerCase()))
}

/** What one measure has against one ordinary contact, or null. Total over every measure. */
function breachOf(measure: Measure, contact: Contact, restriction: Restriction, now: Date): Breach | null {
  const { clause } = measure
  const basis = { restrictionId: restriction.id, clause }
  switch (measure.code) {
    case 'channels':
      return measure.open.includes(contact.channel)
        ? null
        : { code: 'channel-closed', ...basis, facts: { channel: contact.channel } }
    case 'times':
      return isWithin(measure.windows, now) ? null : { code: 'outside-times', ...basis }
    case 'closed-subject':
      return mentions(contact.text, measure.words)
        ? { code: 'subject-closed', ...basis, facts: { subject: measure.subject } }
        : null
    case 'no-further-consideration':
      return mentions(contact.text, measure.words) && !contact.bringsEvidence
        ? { code: 'no-further-consideration', ...basis, facts: { subject: measure.subject } }
        : null
    case 'significant-only':
      return { code: 'significant-only', ...basis }
    case 'through-representative':
      return {
        code: 'through-representative',
        ...basis,
        facts: { name: measure.name, address: measure.address },
      }
    case 'pause': {
      const until = pauseEndsAt(restriction)
      return now < until ? { code: 'paused', ...basis, facts: { until: until.toISOString() } } : null
    }
    // Somebody at the door without an appointment. Every other way stays as it is.
    case 'appointment-only':
    case 'office-access':
      return contact.channel === 'visit' ? { code: 'appointment-only', ...basis } : null
    // Counted over all limits at once, in `breaches`.
    case 'frequency':
    // Says who answers, not whether it goes through.
    case 'named-colleague':
    // Shown or recorded, never enforced on a contact.
    case 'visit-precautions':
    case 'involvement':
    case 'applications':
    case 'police':
    case 'legal-action':
    case 'behaviour-contract':
    case 'injunction':
    case 'possession-notice':
    case 'possession':
    case 'complaint-not-investigated':
      return null
  }
}

function breaches(contact: Contact, inForce: Restriction[], usage: Usage, now: Date): Breach[] {
  const overLimit = limitsAt(inForce, now)
    .filter((limit) => (usage.get(limit.key) ?? 0) > limit.allowed)
    .map(
      (limit): Breach => ({
        code: 'over-limit',
        restrictionId: limit.restrictionId,
        clause: limit.clause,
        facts: { allowed: limit.allowed, per: limit.per, until: limit.to.toISOString() },
      }),
    )
  const others = inForce.flatMap((restriction) =>
    restriction.measures.flatMap((measure) => breachOf(measure, contact, restriction, now) ?? []),
  )
  return [...others, ...overLimit]
}

function namedColleague(inForce: Restriction[]): string | null {
  const measure = inForce.flatMap((each) => each.measures).find((each) => each.code === 'named-colleague')
  return measure?.code === 'named-colleague' ? measure.colleague : null
}

/** Delivering without asking the limits: who may not be the restricted person, who has none, and the lanes that always pass. */
function passesAnyway(contact: Contact, inForce: Restriction[]): DeliverCode | null {
  if (contact.sender !== 'known') return `sender-${contact.sender}`
  if (inForce.length === 0) return 'no-restriction'
  if (contact.lane === 'protected') return 'protected'
  return contact.lane === 'ordinary' ? null : 'urgent'
}

/**
 * Deliver or hold one contact. Pure and total: the same facts give the same value, and nothing throws.
 * `restrictions` are this customer's, in force or not; `usage` counts this contact in; `now` is the instant of receipt.
 */
export function decide(contact: Contact, restrictions: Restriction[], usage: Usage, now: Date): Decision {
  const inForce = restrictions.filter((restriction) => isInForce(restriction, now))
  const desk = deskOfLane[contact.lane] ?? contact.desk
  const passes = passesAnyway(contact, inForce)
  const routes = openRoutes(inForce, usage, now)
  const plain = { lane: contact.lane, desk, colleague: null, nextAllowedAt: null, openRoutes: routes }
  if (passes) {
    return { ...plain, outcome: 'deliver', counted: false, reasons: [{ code: passes }] }
  }
  // I2: restrictions that together close every channel hold nothing, until a person mends them. A visit that has to be
  // asked for first is no way to ask.
  if (routes.every((route) => route.byAppointment))
    return { ...plain, outcome: 'deliver', counted: false, reasons: [{ code: 'no-open-way' }] }
  const colleague = namedColleague(inForce)
  const found = breaches(contact, inForce, usage, now)
  if (found.length > 0) {
    return {
      ...plain,
      outcome: 'hold',
      counted: false,
      colleague,
      reasons: found,
      nextAllowedAt: nextAllowed(contact.channel, routes),
    }
  }
  const limits = limitsAt(inForce, now)
  const uncounted = limits.some((limit) => !usage.has(limit.key))
  return {
    ...plain,
    outcome: 'deliver',
    counted: limits.length > 0 && !uncounted,
    colleague,
    reasons: [{ code: uncounted ? 'not-counted' : 'within-limits' }],
  }
}

/** On the channel that was used if it is one of the open ones, else on whichever way opens first. */
function nextAllowed(channel: Channel, open: OpenRoute[]): Date | null {
  const routes = open.filter((route) => !route.byAppointment)
  const same = routes.filter((route) => route.channel === channel)
  const candidates = same.length > 0 ? same : routes
  if (candidates.some((route) => route.opensAt === null)) return null
  return candidates.map((route) => route.opensAt).sort((a, b) => Number(a) - Number(b))[0] ?? null
}
