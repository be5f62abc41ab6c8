import type { Channel } from '../rules/channel.ts'
import type { Decision } from '../rules/decide.ts'
import type { Measure } from '../rules/restriction.ts'
import { sayReason, sayWay } from './explain.ts'
import {
  bullet,
  compose,
  heading,
  type Letterhead,
  link,
  type Notice,
  type Paragraph,
  places,
  type Say,
  sayIn,
} from './letter.ts'
import { appealPart, routeLines, sayReferences, urgentPart } from './letter-parts.ts'
import { nearestLanguage, sayInstant } from './speak.ts'

type Contact = { id: string; channel: Channel; receivedAt: Date }

/** What the acknowledgement of a held contact rests on. Instants; `restrictions` are all of the customer's. */
export type HeldFacts = Letterhead & {
  contact: Contact
  decision: Decision
  readDueAt: Date
  /** The end of the link that sends it through. */
  raiseCode: string
  /** How it is sent: a letter cannot be answered with a mail. */
  by: 'email' | 'letter'
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

/** "This can't wait": the ways to send it through at once, without a reason and without signing in. */
function raisePart(say: Say, { language, landlord, publicUrl, raiseCode, by }: HeldFacts): Paragraph {
  const asRead = nearestLanguage(language)
  const query = asRead === 'en' ? '' : `?lang=${asRead}`
  const word = say('notice.raise.word')
  return [
    heading(say('notice.raise.heading')),
    say('notice.raise.what'),
    bullet(link(say('notice.raise.online'), publicUrl, `${places.cannotWait}/${raiseCode}${query}`)),
    ...(by === 'email' ? [bullet(say('notice.raise.reply', { word }))] : []),
    bullet(say('notice.raise.text', { word, phone: landlord.phones.text })),
  ]
}

/** Every reason, by when it is read, when and how to write next, what to do if it cannot wait, how to appeal. */
function heldLetter(say: Say, facts: HeldFacts, subject: string, got: Paragraph, read: string): Notice {
  const { language, landlord, contact, decision, restrictions } = facts
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
  return compose(say, facts, subject, [
    got,
    [
      heading(say('notice.held.why')),
      ...decision.reasons.map((reason) => bullet(sayReason(language, reason, context))),
    ],
    [heading(say('notice.held.now')), read],
    [heading(say('notice.held.next')), sayNext(say, facts)],
    [heading(say('notice.held.ways')), ...routeLines(language, decision.openRoutes, context)],
    raisePart(say, facts),
    ...urgentPart(say, facts),
    ...appealPart(say, facts, {
      reference: sayReferences(
        language,
        because.map(({ reference }) => reference),
      ),
    }),
  ])
}

/** Tells a customer that a contact is kept safe. It quotes nothing of the contact, so that a copy in wrong hands tells nothing. */
export function writeHeldNotice(facts: HeldFacts): Notice {
  const { language, contact, readDueAt } = facts
  const say = sayIn(language)
  const now = contact.receivedAt
  const got = [
    say('notice.held.got', { way: sayWay(language, contact.channel), at: sayInstant(language, now, now) }),
    say('notice.held.kept'),
  ]
  const read = say('notice.held.read', { by: sayInstant(language, readDueAt, now) })
  return heldLetter(say, facts, say('notice.held.subject'), got, read)
}

/**
 * One notice for several contacts that came soon after each other. `contacts`: all of them, oldest first; `contact` and
 * `decision`: the newest and what was decided about it; `readDueAt`: when the last of them is read.
 */
export function writeHeldDigest(facts: HeldFacts & { contacts: readonly Contact[] }): Notice {
  const { language, contact, contacts, readDueAt } = facts
  const say = sayIn(language)
  const now = contact.receivedAt
  const got = [
    say('notice.digest.got'),
    ...contacts.map(({ channel, receivedAt }) => {
      const when = sayInstant(language, receivedAt, now)
      return bullet(say('route.way', { way: sayWay(language, channel), when }))
    }),
    say('notice.digest.kept'),
  ]
  const read = say('notice.digest.read', { by: sayInstant(language, readDueAt, now) })
  return heldLetter(say, facts, say('notice.digest.subject', { count: contacts.length }), got, read)
}

/** Tells a customer that a held contact has gone on after all: a person read it, or they said that it cannot wait. */
export function writeReleasedNotice(facts: Letterhead & { contact: Contact; isRaised?: boolean }): Notice {
  const { language, contact, isRaised } = facts
  const say = sayIn(language)
  return compose(say, facts, say('notice.released.subject'), [
    [
      say('notice.released.got', {
        way: sayWay(language, contact.channel),
        at: sayInstant(language, contact.receivedAt),
      }),
      say(isRaised ? 'notice.released.raised' : 'notice.released.sent-on'),
      say('notice.released.uncounted'),
    ],
    ...urgentPart(say, facts),
  ])
}
