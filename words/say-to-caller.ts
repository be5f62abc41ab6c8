import type { Channel } from '../rules/channel.ts'
import type { Decision } from '../rules/decide.ts'
import { type Context, sayDecision, sayRoutes } from './explain.ts'
import { sayNext } from './held-notice.ts'
import { type Key, sayInstant, speak, type Values } from './speak.ts'

type Facts = {
  decision: Decision
  contact: { id: string; channel: Channel; receivedAt: Date }
  readDueAt: Date | null
  context: Context
}

/** A few sentences under one heading; `points` are said one after the other. */
export type ToSay = { heading: string | null; sentences: string[]; points: string[] }

/** Nobody is told of a limit that they do not have, or of whom we took them for. */
const isPlain = (code: string) => code === 'no-restriction' || code.startsWith('sender-')

/** What is read out to somebody whose call, visit or letter was written down: the same decision, in the same words. */
export function sayToCaller(language: string, facts: Facts): ToSay[] {
  const { decision } = facts
  const { outcome, reasons } = sayDecision(language, decision, facts.contact.receivedAt, facts.context)
  if (decision.outcome === 'hold') return sayHeld(language, facts, outcome, reasons)
  const isUrgent = decision.desk === 'urgent'
  const why = decision.reasons.every(({ code }) => isPlain(code) || code === 'urgent') ? [] : reasons
  const sentences = isUrgent ? [speak(language, 'page.report.sent-what')] : [outcome, ...why]
  return [{ heading: null, sentences: [...sentences, speak(language, 'page.sent.answer')], points: [] }]
}

function sayHeld(language: string, facts: Facts, outcome: string, reasons: string[]): ToSay[] {
  const say = (key: Key, values?: Values) => speak(language, key, values)
  const { decision, contact, readDueAt, context } = facts
  const { when, ways } = sayRoutes(language, decision.openRoutes, { ...context, now: contact.receivedAt })
  const read = readDueAt && say('notice.held.read', { by: sayInstant(language, readDueAt, context.now) })
  return [
    { heading: null, sentences: [outcome, ...(read ? [read] : [])], points: [] },
    { heading: say('notice.held.why'), sentences: [], points: reasons },
    {
      heading: say('notice.held.next'),
      sentences: [sayNext(say, { language, contact, decision })],
      points: [],
    },
    { heading: say('notice.held.ways'), sentences: when ? [when] : [], points: ways },
    { heading: say('notice.urgent.heading'), sentences: [say('notice.urgent.promise')], points: [] },
    { heading: say('notice.appeal.heading'), sentences: [say('notice.appeal.what')], points: [] },
  ]
}
