/** The lanes a contact can take, most serious first. Everything but `ordinary` is let through (I1, I7). */
export const lanes = [
  'life-safety',
  'emergency-repair',
  'repair',
  'urgent-need',
  'protected',
  'ordinary',
] as const

export type Lane = (typeof lanes)[number]
