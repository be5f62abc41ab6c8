import { stopsAt } from '../../../rules/in-force.ts'
import { addDays, dayOf } from '../../../rules/london.ts'
import type { Restriction } from '../../../rules/restriction.ts'

/** How a restriction stands at an instant, for colleagues. `review` is null when nothing has to be reviewed any more. */
export type Standing = {
  state: 'to-come' | 'in-force' | 'lifted' | 'lapsed' | 'ended'
  stoppedAt: Date | null
  review: 'overdue' | 'soon' | 'later' | null
}

/** A review is 'soon' within two weeks of its day, and 'overdue' from the day after it. */
export function standingOf(restriction: Restriction & { reviewOn: string }, now: Date): Standing {
  const stops = stopsAt(restriction)
  if (now < stops) {
    const state = now < restriction.startsAt ? 'to-come' : 'in-force'
    return { state, stoppedAt: null, review: reviewAt(restriction.reviewOn, dayOf(now)) }
  }
  const isLifted = restriction.liftedAt !== null && restriction.liftedAt <= stops
  const isEnded = restriction.endsAt <= stops
  return { state: isLifted ? 'lifted' : isEnded ? 'ended' : 'lapsed', stoppedAt: stops, review: null }
}

function reviewAt(reviewOn: string, today: string): Standing['review'] {
  if (reviewOn < today) return 'overdue'
  return reviewOn <= addDays(today, 14) ? 'soon' : 'later'
}
