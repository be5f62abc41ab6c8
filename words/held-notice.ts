import type { Channel } from '../rules/channel.ts'
import type { Decision } from '../rules/decide.ts'
import type { Measure } from '../rules/restriction.ts'
import { sayReason, sayWay } from './explain.ts'
import {
  appealPart,
  bullet,
  compose,
  type Letterhead,
  type Notice,
  routeLines,
  type Say,
  sayIn,
  sayReferences,
  urgentPart,
} from './letter.ts'
import { sayInstant } from './speak.ts'

type Contact = { id: string; channel: Channel; receivedAt: Date }

/** What the acknowledgement of a held contact rests on. Instants; `restrictions` are all of the customer's. */
export type HeldFacts = Letterhead & {
  contact: Contact
  decision: Decision
  readDueAt: Date
  restrictions: readonly { id: string; reference: string; measures: Measure[] }[]
}

/** About a matter that is finished, everything else may be sent at once. */
const aboutTheMatter = new Set(['subject-closed', 'no-further-consideration', 'significant-only'])

/** When the next one goes through. */
export function sayNext(
  say: Say,
  { language, contact, decision }: Pick<HeldFacts, 'language' | 'contact' | 'decision'>,
): string {
  const { nextAllowedAt, openRoutes, reasons } = decision
  if (!nextAllowedAt) {
    const isAboutTheMatter = reasons.every(({ code }) => aboutTheMatter.has(code))
    return say(isAboutTheMatter ? 'notice.held.next-other-matter' : 'notice.held.next-now')
  }
  const from = sayInstant(language, nextAllowedAt, contact.receivedAt)
  return openRoutes.some(({ channel }) => channel === contact.channel)
    ? say('notice.held.next-same-way', { way: sayWay(language, contact.channel), from })
    : say('notice.held.next-other-way', { from })
}

/**
 * Tells a customer that a contact is kept safe: every reason, by when it is read, when and how to write next, what to
 * do if it cannot wait, how to appeal. It quotes nothing of the contact, so that a copy in wrong hands tells nothing.
 */
export function writeHeldNotice(facts: HeldFacts): Notice {
  const { language, landlord, contact, decision, readDueAt, restrictions } = facts
  const say = sayIn(language)
  const now = contact.receivedAt
  const causes = new Set(decision.reasons.map(({ restrictionId }) => restrictionId))
  const because = restrictions.filter(({ id }) => causes.has(id))
  const isLimited = restrictions.some(({ measures }) => measures.some(({ code }) => code === 'frequency'))
  const context = {
    now,
    windows: decision.openRoutes[0]?.windows ?? [],
    colleagues: landlord.colleagues,
    isLimited,
  }
  return compose(say, facts, say('notice.held.subject'), [
    [
      say('notice.held.got', { way: sayWay(language, contact.channel), at: sayInstant(language, now, now) }),
      say('notice.held.kept'),
    ],
    [
      say('notice.held.why'),
      ...decision.reasons.map((reason) => bullet(sayReason(language, reason, context))),
    ],
    [say('notice.held.now'), say('notice.held.read', { by: sayInstant(language, readDueAt, now) })],
    [say('notice.held.next'), sayNext(say, facts)],
    [say('notice.held.ways'), ...routeLines(language, decision.openRoutes, context)],
    ...urgentPart(say, facts),
    ...appealPart(say, facts, {
      reference: sayReferences(
        language,
        because.map(({ reference }) => reference),
      ),
    }),
  ])
}

/** Tells a customer that a held contact has gone on to the team after all. */
export function writeReleasedNotice(facts: Letterhead & { contact: Contact }): Notice {
  const { language, contact } = facts
  const say = sayIn(language)
  return compose(say, facts, say('notice.released.subject'), [
    [
      say('notice.released.got', {
        way: sayWay(language, contact.channel),
        at: sayInstant(language, contact.receivedAt),
      }),
      say('notice.released.sent-on'),
      say('notice.released.uncounted'),
    ],
    ...urgentPart(say, facts),
  ])
}
