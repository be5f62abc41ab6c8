import type { AppealKind } from '../../rules/may-appeal.ts'
import { type Key, sayDay, speak, type Values } from '../../words/speak.ts'

/** What an appeal is about: a restriction has a reference, the others the day on which they began. */
export type About = { kind: AppealKind; id: string; reference: string | null; on: string }

/** 'Restriction R-2041', 'Warning of Monday 2 November'. */
export function sayAbout(language: string, { kind, reference, on }: About, now?: Date): string {
  const day = sayDay(language, on, now)
  if (kind === 'restriction')
    return speak(language, 'page.restrictions.reference', { reference: reference ?? '' })
  return speak(language, kind === 'warning' ? 'page.restrictions.warning-on' : 'page.appeal.marker-on', {
    day,
  })
}

/** Until when it can be appealed. What ends by itself can be appealed while it lasts. */
export function sayUntil(language: string, kind: AppealKind, until: string | null): string {
  if (until) return speak(language, 'page.appeal.may-until', { day: sayDay(language, until) })
  return speak(language, kind === 'restriction' ? 'page.appeal.may-while' : 'page.appeal.may-always')
}

/** Why it cannot be appealed now, in one sentence. */
export function sayRefusal(
  language: string,
  kind: AppealKind,
  no: { code: string; lastOn?: string; stoppedOn?: string },
): string {
  const say = (key: Key, values: Values) => speak(language, key, values)
  if (no.code === 'not-appealable') return say('page.appeal.no-such', { kind })
  if (no.code === 'too-late') return say('page.appeal.no-late', { day: sayDay(language, no.lastOn ?? '') })
  return say('page.appeal.no-stopped', { kind, day: sayDay(language, no.stoppedOn ?? '') })
}

/** A ground in words; what we have no words for is another reason. */
export function groundKey(ground: string): Key {
  switch (ground) {
    case 'changed-circumstances':
    case 'limits-essential-services':
    case 'factual-error':
      return `page.appeal.grounds.${ground}`
    default:
      return 'page.appeal.ground-other'
  }
}

/** Where the pages of an appeal that is being written are. */
export function pathOf({ kind, id }: Pick<About, 'kind' | 'id'>): string {
  return `/appeal/${kind}/${id}`
}
