import { bit } from './ideas.ts'
import type { Marked, Match } from './match.ts'
import { has } from './match.ts'

/**
 * Whether a danger that is told is really there now. Only plain evidence sets a match aside: it is denied ("no leak any more"),
 * mended, long past, or only supposed. Anything that speaks of the present in the same breath keeps it.
 */
export type Context = {
  done: { at: number; end: number }[]
  supposed: number[]
  /** Told of a time gone by, with nothing in the sentence about now. */
  isPast: boolean
  isPresent: boolean
}

function positions(marked: Marked, bits: number): number[] {
  const found: number[] = []
  if ((marked.allBits & bits) === 0) return found
  for (let at = 0; at < marked.bits.length; at++) if (has(marked, at, bits)) found.push(at)
  return found
}

function isUndone(marked: Marked, at: number): boolean {
  for (let back = Math.max(0, at - 4); back < at; back++)
    if (has(marked, back, bit.undoing | bit.neg)) return true
  return false
}

function endOfDone(marked: Marked, at: number): number {
  const spans = (marked.spans[at] ?? []).filter((span) => span.bits === bit.done)
  return Math.max(at + 1, ...spans.map((span) => span.end))
}

function isInside(done: Context['done'], at: number): boolean {
  return done.some((one) => at >= one.at && at < one.end)
}

/** A year, or a phrase such as "last winter"; not "since 2019", which is still going on. */
function namesTimeGone(marked: Marked): boolean {
  const words = marked.sentence.words
  return words.some((word, at) => {
    const isTime =
      marked.spans[at]?.some((span) => span.bits === bit.past) || /^(19|20)\d\d$/u.test(word.form)
    return isTime && words[at - 1]?.form !== 'since' && words[at - 2]?.form !== 'since'
  })
}

export function readContext(marked: Marked): Context {
  const done = positions(marked, bit.done)
    .filter((at) => !isUndone(marked, at))
    .map((at) => ({ at, end: endOfDone(marked, at) }))
  const isPresent = positions(marked, bit.present).some((at) => !isInside(done, at))
  const tellsPast = marked.meanings.some((meaning) => (meaning.bits & bit.past) !== 0)
  const isPast = !isPresent && tellsPast && ((marked.allBits & bit.money) !== 0 || namesTimeGone(marked))
  return { done, supposed: positions(marked, bit.supposed), isPast, isPresent }
}

/** A denial right before the match, with only small words between: "no sign of any leak". */
function isDenied(marked: Marked, match: Match): boolean {
  if (match.startsNegative) return false
  for (let at = match.start - 1; at >= Math.max(0, match.start - 5); at--) {
    if (has(marked, at, bit.neg)) return true
    if (!has(marked, at, bit.filler)) return false
  }
  return false
}

function isMended(marked: Marked, { done }: Context, match: Match): boolean {
  const isAny = (from: number, to: number, bits: number) => {
    for (let at = from; at < to; at++) if (has(marked, at, bits) && !isInside(done, at)) return true
    return false
  }
  const length = marked.bits.length
  return done.some(({ at, end }) => {
    if (isAny(match.end, length, bit.worse)) return false
    if (match.start <= at) return !isAny(match.start, at, bit.breaks)
    return match.start - end <= 6 && !isAny(end, match.start, bit.breaks | bit.joins)
  })
}

function isSupposed(marked: Marked, { supposed }: Context, match: Match): boolean {
  return supposed.some((at) => {
    if (at >= match.end) return false
    for (let between = at; between < match.start; between++)
      if (has(marked, between, bit.breaks)) return false
    return true
  })
}

/** Whether the match is only talk: denied, mended, past or supposed. */
export function isOnlyTalk(marked: Marked, context: Context, match: Match): boolean {
  if (match.label === 'A6') return false
  if (isDenied(marked, match) || isSupposed(marked, context, match)) return true
  const isNeedOfPeople = /^(A8|D[^7])/u.test(match.label)
  return !isNeedOfPeople && (context.isPast || isMended(marked, context, match))
}
