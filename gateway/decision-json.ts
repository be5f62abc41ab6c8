import type { z } from 'zod'
import type { Decision } from '../rules/decide.ts'
import { sayReason, sayWhen } from '../words/explain.ts'
import type { decisionSchema } from './http-schemas.ts'

/** Nobody is told of a limit that is not there: without a restriction a way is open at any time, not just now. */
function isLimited(decision: Decision): boolean {
  return !decision.reasons.every(({ code }) => code === 'no-restriction' || code.startsWith('sender-'))
}

/** A decision as other systems read it: its sentences are in the customer's language. */
export function describeDecision(
  decision: Decision,
  language: string,
  now: Date,
): z.infer<typeof decisionSchema> {
  const { outcome, lane, counted, desk, colleague, reasons, nextAllowedAt, openRoutes } = decision
  const context = { now, windows: openRoutes[0]?.windows ?? [], isLimited: isLimited(decision) }
  return {
    outcome,
    lane,
    counted,
    to: { desk: outcome === 'deliver' ? (colleague ?? desk) : desk },
    reasons: reasons.map((reason) => ({
      code: reason.code,
      ...(reason.restrictionId && { restrictionId: reason.restrictionId }),
      ...(reason.clause && { clause: reason.clause }),
      text: sayReason(language, reason, context),
    })),
    nextAllowedAt: nextAllowedAt?.toISOString() ?? null,
    openRoutes: openRoutes.map((route) => ({
      channel: route.channel,
      when: sayWhen(language, route, context),
    })),
  }
}
