import type { Lane } from './lane.ts'

/** What somebody can choose on the urgent page, most dangerous first. */
export const urgentKinds = [
  'gas',
  'fire',
  'danger',
  'power',
  'water',
  'heat',
  'lock',
  'toilet',
  'other',
] as const
export type UrgentKind = (typeof urgentKinds)[number]

/** The lane that a choice is at the least (I5: what is written beside it can only raise it). */
export const laneOfKind: Record<UrgentKind, Lane> = {
  gas: 'life-safety',
  fire: 'life-safety',
  danger: 'life-safety',
  power: 'emergency-repair',
  water: 'emergency-repair',
  heat: 'emergency-repair',
  lock: 'emergency-repair',
  toilet: 'emergency-repair',
  other: 'emergency-repair',
}

/** Somebody whom it can hurt more. It is only ever said to those who come to help (I11). */
export const atRisk = ['child', 'pregnant', 'older', 'ill', 'equipment', 'disabled', 'nobody'] as const

/** Lines to call: those of the nation, and the landlord's own for urgent repairs. */
export type UrgentLine = 'emergency' | 'text' | 'relay' | 'gas' | 'power' | 'repair'

const threatToLife: UrgentLine[] = ['emergency', 'text', 'relay']

/** Whom to call now about each, the right one first. */
export const linesOfKind: Record<UrgentKind, UrgentLine[]> = {
  gas: ['gas', ...threatToLife],
  fire: threatToLife,
  danger: threatToLife,
  power: ['power', 'repair', 'emergency'],
  water: ['repair', 'emergency'],
  heat: ['repair'],
  lock: ['repair', 'emergency'],
  toilet: ['repair'],
  other: ['repair', 'emergency'],
}
