/** What a contact is about, most serious first. Everything before `ordinary` passes at any hour and any count (I1, I7). */
export const lanes = [
  'life-safety',
  'emergency-repair',
  'repair',
  'urgent-need',
  'protected',
  'ordinary',
] as const

export type Lane = (typeof lanes)[number]
