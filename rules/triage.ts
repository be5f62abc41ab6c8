import { dayOf } from './london.ts'

/** A held contact as the order of reading sees it: how doubtful it was, and by when it is promised to be read. */
type Waiting = { readDueAt: Date; doubt: number; receivedAt: Date }

/** 0: the promise is broken. 1: due before this London day is over. 2: later. */
function urgencyOf({ readDueAt }: Waiting, now: Date): 0 | 1 | 2 {
  if (readDueAt < now) return 0
  return dayOf(readDueAt) === dayOf(now) ? 1 : 2
}

/**
 * The order in which held contacts are read: what is overdue, the longest first; what is due today, the one that the
 * classifier nearly let through first; then the rest by their promise (I13). What is alike keeps the order in which it came.
 */
export function orderOfReading<Held extends Waiting>(held: readonly Held[], now: Date): Held[] {
  const byPromise = (one: Held, other: Held) => Number(one.readDueAt) - Number(other.readDueAt)
  const byDoubt = (one: Held, other: Held) => other.doubt - one.doubt
  return [...held].sort((one, other) => {
    const group = urgencyOf(one, now)
    const steps =
      group === 1
        ? [byDoubt(one, other), byPromise(one, other)]
        : [byPromise(one, other), byDoubt(one, other)]
    return (
      group - urgencyOf(other, now) ||
      steps.find((step) => step !== 0) ||
      Number(one.receivedAt) - Number(other.receivedAt)
    )
  })
}
