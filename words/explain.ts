import type { Channel } from '../rules/channel.ts'
import type { Decision, Reason } from '../rules/decide.ts'
import type { OpenRoute } from '../rules/opening.ts'
import type { Measure, Window } from '../rules/restriction.ts'
import { type Key, sayInstant, sayLastDay, sayList, sayWindows, speak, type Values } from './speak.ts'

/** A sentence before it is said: its key, and what fills it, already in words of the language. */
export type Explained = { key: Key; values: Values }

/** What a sentence may need besides the fact itself. */
export type Context = {
  /** Years are left out where they are the year of this instant. */
  now?: Date
  /** The hours that apply, where the fact does not carry them. */
  windows?: Window[]
  /** Colleagues by the code that a measure names; `standIn` is the name of whoever answers while they are away. */
  colleagues?: readonly { code: string; name: string; standIn?: string | null }[]
  /** Whether contacts are limited in number: without that, an open way is open "at any time", not just "now". */
  isLimited?: boolean
}

/** 'by email', 'on our website' and so on. */
export function sayWay(language: string, channel: Channel): string {
  return speak(language, `channel.by.${channel}`)
}

/** What one reason of a decision means. Total over every code. */
export function explainReason(language: string, reason: Reason, context: Context = {}): Explained {
  const facts = reason.facts ?? {}
  const text = (name: string) => String(facts[name] ?? '')
  switch (reason.code) {
    case 'channel-closed':
      return { key: 'reason.channel-closed', values: { way: sayWay(language, text('channel') as Channel) } }
    case 'over-limit':
      return { key: 'reason.over-limit', values: { allowed: Number(facts.allowed), per: text('per') } }
    case 'outside-times':
      return context.windows && context.windows.length > 0
        ? { key: 'reason.outside-windows', values: { windows: sayWindows(language, context.windows) } }
        : { key: 'reason.outside-times', values: {} }
    case 'subject-closed':
    case 'no-further-consideration':
      return { key: `reason.${reason.code}`, values: { subject: text('subject') } }
    case 'through-representative':
      return {
        key: 'reason.through-representative',
        values: { name: text('name'), address: text('address') },
      }
    case 'paused':
      return {
        key: 'reason.paused',
        values: { until: sayLastDay(language, new Date(text('until')), context.now) },
      }
    default:
      return { key: `reason.${reason.code}`, values: {} }
  }
}

export function sayReason(language: string, reason: Reason, context: Context = {}): string {
  const { key, values } = explainReason(language, reason, context)
  return speak(language, key, values)
}

/** What a measure is about, for the label beside it. */
export type About = 'how' | 'how-often' | 'when' | 'who' | 'what' | 'other'

function aboutOf(measure: Measure): About {
  switch (measure.code) {
    case 'channels':
      return 'how'
    case 'frequency':
      return 'how-often'
    case 'times':
    case 'pause':
      return 'when'
    case 'named-colleague':
    case 'through-representative':
      return 'who'
    case 'closed-subject':
    case 'no-further-consideration':
    case 'significant-only':
      return 'what'
    default:
      return 'other'
  }
}

function valuesOf(language: string, measure: Measure, { colleagues = [] }: Context): Values {
  switch (measure.code) {
    case 'channels':
      return {
        ways: sayList(
          language,
          measure.open.map((channel) => sayWay(language, channel)),
          'or',
        ),
      }
    case 'frequency':
      return { limit: measure.limit, per: measure.per }
    case 'times':
      return { windows: sayWindows(language, measure.windows) }
    case 'named-colleague': {
      const named = colleagues.find(({ code }) => code === measure.colleague)
      return { name: named?.name ?? measure.colleague, cover: named?.standIn ?? '' }
    }
    case 'closed-subject':
    case 'no-further-consideration':
      return { subject: measure.subject }
    case 'through-representative':
      return { name: measure.name, address: measure.address }
    case 'significant-only':
    case 'pause':
      return {}
    default:
      return { detail: measure.detail }
  }
}

/** What one measure asks of the customer, and whether that is how, how often, when, who, what about, or something else. */
export function explainMeasure(
  language: string,
  measure: Measure,
  context: Context = {},
): Explained & { about: About } {
  const values = valuesOf(language, measure, context)
  const key = values.cover ? 'measure.named-colleague-away' : (`measure.${measure.code}` as const)
  return { about: aboutOf(measure), key, values }
}

/** The label of a measure ('How often') and its sentence. */
export function sayMeasure(
  language: string,
  measure: Measure,
  context: Context = {},
): { label: string; text: string } {
  const { about, key, values } = explainMeasure(language, measure, context)
  return { label: speak(language, `measure.about.${about}`), text: speak(language, key, values).trim() }
}

/** When an open way can be used: 'now', 'at any time', 'from 9am on Tuesday 24 November', 'by appointment only'. */
export function explainWhen(language: string, route: OpenRoute, context: Context = {}): Explained {
  const { byAppointment, ...freely } = route
  if (!byAppointment) return explainTime(language, route, context)
  if (!route.opensAt && route.windows.length === 0) return { key: 'route.by-appointment', values: {} }
  return { key: 'route.by-appointment-when', values: { when: sayWhen(language, freely, context) } }
}

function explainTime(language: string, route: OpenRoute, context: Context): Explained {
  const from = route.opensAt ? sayInstant(language, route.opensAt, context.now) : ''
  if (route.windows.length > 0) {
    const windows = sayWindows(language, route.windows)
    return from
      ? { key: 'route.from-and-windows', values: { from, windows } }
      : { key: 'route.now-and-windows', values: { windows } }
  }
  if (from) return { key: 'route.from', values: { from } }
  return { key: context.isLimited === false ? 'route.any-time' : 'route.now', values: {} }
}

export function sayWhen(language: string, route: OpenRoute, context: Context = {}): string {
  const { key, values } = explainWhen(language, route, context)
  return speak(language, key, values)
}

/** One open way in words: 'by email, from 9am on Tuesday 24 November'. */
export function sayRoute(language: string, route: OpenRoute, context: Context = {}): string {
  const way = sayWay(language, route.channel)
  return speak(language, 'route.way', { way, when: sayWhen(language, route, context) })
}

/** The ways that are open. `when`: said once, where one time holds for all of several; else each way says its own. */
export function sayRoutes(
  language: string,
  routes: readonly OpenRoute[],
  context: Context = {},
): { when: string | null; ways: string[] } {
  const [when = '', ...others] = new Set(routes.map((route) => sayWhen(language, route, context)))
  if (routes.length < 2 || others.length > 0) {
    return { when: null, ways: routes.map((route) => sayRoute(language, route, context)) }
  }
  const ways = routes.map((route) => sayWay(language, route.channel))
  return { when: speak(language, 'route.all', { when }), ways }
}

/** What became of a contact, why, when the next one can go through, and the ways that are open. */
export type SaidDecision = { outcome: string; reasons: string[]; next: string | null; routes: string[] }

function sayOutcome(language: string, decision: Decision, { colleagues = [] }: Context): string {
  if (decision.outcome === 'hold') return speak(language, 'outcome.hold')
  const colleague = colleagues.find(({ code }) => code === decision.colleague)
  if (colleague?.standIn) {
    return speak(language, 'outcome.deliver-cover', { name: colleague.name, cover: colleague.standIn })
  }
  return colleague
    ? speak(language, 'outcome.deliver-colleague', { name: colleague.name })
    : speak(language, 'outcome.deliver')
}

/** A whole decision in the customer's words: the same for page, acknowledgement and telephone switch. `next` null: now. */
export function sayDecision(
  language: string,
  decision: Decision,
  now: Date,
  context: Context = {},
): SaidDecision {
  const windows = context.windows ?? decision.openRoutes[0]?.windows ?? []
  const all = { ...context, now, windows }
  return {
    outcome: sayOutcome(language, decision, all),
    reasons: decision.reasons.map((reason) => sayReason(language, reason, all)),
    next: decision.nextAllowedAt && sayInstant(language, decision.nextAllowedAt, now),
    routes: decision.openRoutes.map((route) => sayRoute(language, route, all)),
  }
}
