import type { Measure, Window } from './restriction.ts'

function lies(inner: Window, outer: Window): boolean {
  return (
    inner.days.every((day) => outer.days.includes(day)) && outer.from <= inner.from && inner.to <= outer.to
  )
}

function isSubset<T>(some: T[], all: T[]): boolean {
  return some.every((each) => all.includes(each))
}

/** Whether the later of two measures of one kind asks no more of the customer than the earlier. */
function asksNoMore(after: Measure, before: Measure): boolean {
  if (after.code === 'channels' && before.code === 'channels') return isSubset(before.open, after.open)
  if (after.code === 'frequency' && before.code === 'frequency') {
    return after.per === before.per && after.limit >= before.limit
  }
  if (after.code === 'times' && before.code === 'times') {
    return before.windows.every((inner) => after.windows.some((outer) => lies(inner, outer)))
  }
  if ('words' in after && 'words' in before) return isSubset(after.words, before.words)
  if ('name' in after && 'name' in before) return after.name === before.name
  if ('detail' in after && 'detail' in before) return after.detail === before.detail
  return true
}

/** Whether measures ask no more of a customer than others did: each was there before, and is no tighter now. */
export function isNoWider(after: Measure[], before: Measure[]): boolean {
  return after.every((one) => before.some((other) => other.code === one.code && asksNoMore(one, other)))
}
