/**
 * What a policy calls conduct that is not all right, in the words of this website. Packs name it by codes of their own
 * documents; several codes share one sentence, which is then said once. A code that is not here has no words yet, and
 * is shown in the pack's own English.
 */
export type Kind = 'abuse' | 'demands' | 'going-on' | 'contact' | 'online' | 'complaints'

export type Act =
  | 'violence'
  | 'threats'
  | 'aggression'
  | 'abuse'
  | 'remarks'
  | 'out-of-place'
  | 'in-writing'
  | 'accusations'
  | 'harassment'
  | 'opinions'
  | 'naming'
  | 'personal-accounts'
  | 'recording'
  | 'sharing-recordings'
  | 'too-much'
  | 'too-fast'
  | 'one-person'
  | 'senior-only'
  | 'too-often'
  | 'no-time'
  | 'unclear'
  | 'changing'
  | 'not-helping'
  | 'not-ours'
  | 'small-things'
  | 'many-people'
  | 'several-places'
  | 'nothing-new'
  | 'finished'
  | 'early'

/** The kind of a category, and what it means by itself where the document gives no examples. */
const kinds: Record<string, { kind: Kind; acts?: Act[] }> = {
  'aggressive-or-abusive': { kind: 'abuse' },
  'unacceptable-behaviour': { kind: 'abuse' },
  abusive: { kind: 'abuse', acts: ['abuse'] },
  aggressive: { kind: 'abuse', acts: ['aggression'] },
  threatening: { kind: 'abuse', acts: ['threats'] },
  inappropriate: { kind: 'abuse', acts: ['out-of-place'] },
  'unreasonable-demands': { kind: 'demands' },
  'unreasonable-requests': { kind: 'demands' },
  'unreasonable-persistence': { kind: 'going-on' },
  'unacceptable-persistence': { kind: 'going-on' },
  'excessive-contact': { kind: 'contact' },
  'online-trolling-or-naming': { kind: 'online', acts: ['naming'] },
  'unreasonable-complaints': { kind: 'complaints' },
}

const acts: Record<Act, string[]> = {
  violence: ['violence', 'violence-or-harassment', 'aggression-or-violence'],
  threats: ['threats', 'threats-of-violence'],
  aggression: ['violence-or-abuse'],
  abuse: [
    'abuse-or-swearing',
    'shouting-or-rudeness',
    'shouting-or-abusive-language',
    'verbal-abuse',
    'personal-abuse',
  ],
  remarks: ['personal-remarks', 'offensive-language', 'derogatory-or-discriminatory', 'derogatory-or-rude'],
  'out-of-place': [],
  'in-writing': ['abusive-correspondence', 'written-abuse'],
  accusations: ['unsupported-allegations', 'false-allegations'],
  harassment: ['harassment'],
  opinions: ['published-opinions'],
  naming: ['publishing-details'],
  'personal-accounts': ['personal-accounts'],
  recording: ['secret-recording'],
  'sharing-recordings': ['sharing-recordings'],
  'too-much': ['too-much-information', 'too-much-or-too-fast', 'demands-and-timescales'],
  'too-fast': ['too-fast', 'at-once'],
  'one-person': ['one-person-only', 'replace-colleagues'],
  'senior-only': ['senior-only'],
  'too-often': [
    'overload',
    'excessive-contact',
    'emails',
    'social-posts',
    'too-often',
    'same-points',
    'excessive-messages',
  ],
  'no-time': ['calls', 'no-time-to-respond'],
  unclear: ['unclear-complaint', 'unclear-matter'],
  changing: ['changing-matter', 'changing-basis', 'changing-scope'],
  'not-helping': ['not-cooperating'],
  'not-ours': ['outside-the-scheme', 'outside-remit', 'other-procedure'],
  'small-things': ['trivial-detail'],
  'many-people': ['scattergun'],
  'several-places': ['several-organisations'],
  'nothing-new': [
    'answer-not-accepted',
    'decision-not-accepted',
    'explanation-not-accepted',
    'nothing-new',
    'after-resolved',
    'old-matters',
  ],
  finished: ['complaint-finished', 'repeat-complaints'],
  early: ['demands-during-complaint'],
}

const actOfCode = new Map(
  Object.entries(acts).flatMap(([act, codes]) => codes.map((code) => [code, act as Act])),
)

/** The kind of conduct that a category is about, or null where there are no words for it. */
export function kindOf(category: string): Kind | null {
  return kinds[category]?.kind ?? null
}

/** What a category without examples means by itself. */
export function actsOfCategory(category: string): Act[] {
  return kinds[category]?.acts ?? []
}

/** What one example of a document comes to, or null where there are no words for it. */
export function actOf(example: string): Act | null {
  return actOfCode.get(example) ?? null
}

/** What is never held against anybody, in every policy: each with the guards of documents that say so too. */
export const fine = {
  angry: ['anger-is-not-abuse', 'anger-is-not-aggression'],
  firm: ['forceful-is-not-unacceptable'],
  complain: ['real-concerns-welcome'],
  outside: [],
  opinion: ['free-speech', 'right-to-say-so'],
  urgent: [],
  needs: [],
} as const satisfies Record<string, string[]>
export type Fine = keyof typeof fine

/** What else a document tells its readers to keep in mind. */
export const guards = [
  'fair-to-everyone',
  'honest-from-the-start',
  'hard-times',
  'look-at-the-circumstances',
  'too-much-is-when-others-lose',
  'too-long-is-far-too-much-time',
  'manner-may-be-fine',
  'other-ways-first',
  'no-unfair-barrier',
  'fair-and-accessible',
  'only-after-breakdown',
  'ordinary-means-first',
  'reasonable-and-proportionate',
  'maybe-a-condition',
] as const
export type Guard = (typeof guards)[number]
