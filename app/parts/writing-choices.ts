/** Letter sizes to choose from, in points; any other whole number of points can be typed in, within these bounds. */
export const points = [12, 14, 16, 18, 20, 24, 28] as const
export const smallest = 12
export const largest = 48

/** What Clearway cannot make itself: a person does. */
export const formats = [
  'braille-1',
  'braille-2',
  'audio',
  'easy-read',
  'bsl',
  'coloured-paper',
  'other',
] as const
export type Format = (typeof formats)[number]

/** These say nothing until somebody says which one. */
export const needsWords: readonly string[] = ['coloured-paper', 'other']

export const writingParts = ['language', 'size', 'by', 'formats'] as const
export type WritingPart = (typeof writingParts)[number]
