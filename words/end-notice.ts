import { compose, type Letterhead, type Notice, type Say, sayIn } from './letter.ts'
import { urgentPart } from './letter-parts.ts'
import { sayInstant, sayLastDay } from './speak.ts'

/** What is as it was before; `othersRemain`: another restriction of this customer goes on. */
export function afterEndLines(say: Say, othersRemain: boolean): string[] {
  return [say(othersRemain ? 'notice.lift.others' : 'notice.lift.as-before'), say('notice.lift.kept')]
}

/** The letter that ends a restriction early. */
export function writeLiftNotice(
  facts: Letterhead & { reference: string; liftedAt: Date; reason?: string; othersRemain: boolean },
): Notice {
  const { language, reference, liftedAt, reason, othersRemain } = facts
  const say = sayIn(language)
  return compose(say, facts, say('notice.lift.subject'), [
    [
      say('notice.lift.ended', { reference, at: sayInstant(language, liftedAt) }),
      ...(reason ? [say('notice.lift.why', { reason })] : []),
      ...afterEndLines(say, othersRemain),
    ],
    ...urgentPart(say, facts),
  ])
}

/** The letter for a restriction that stopped by itself. `isLapsed`: because nobody had looked at it again in time (I6). */
export function writeEndNotice(
  facts: Letterhead & { reference: string; stoppedAt: Date; isLapsed: boolean; othersRemain: boolean },
): Notice {
  const { language, reference, stoppedAt, isLapsed, othersRemain } = facts
  const say = sayIn(language)
  return compose(say, facts, say('notice.lift.subject'), [
    [
      say('notice.end.ended', { reference, day: sayLastDay(language, stoppedAt) }),
      ...(isLapsed ? [say('notice.end.lapsed')] : []),
      ...afterEndLines(say, othersRemain),
    ],
    ...urgentPart(say, facts),
  ])
}
