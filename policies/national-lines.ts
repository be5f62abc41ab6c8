import type { Nation } from './landlord.ts'

export type NationalLine = { code: 'emergency' | 'gas' | 'power'; phone: string }

const greatBritain: readonly NationalLine[] = [
  { code: 'emergency', phone: '999' },
  { code: 'gas', phone: '0800 111 999' },
  { code: 'power', phone: '105' },
]

/** 999 in all nations for who cannot speak or hear: a text from a phone that is registered for it, and Relay UK. */
export const emergencyWithoutVoice = { text: '999', relay: '18000' }

/** Lines for emergencies that anyone can call at any hour, by nation. Northern Ireland has its own for gas and power. */
export const nationalLines: Readonly<Record<Nation, readonly NationalLine[]>> = {
  'england-and-wales': greatBritain,
  scotland: greatBritain,
  'northern-ireland': [
    { code: 'emergency', phone: '999' },
    // Not checked against the Northern Ireland gas operators' own page: confirm before a landlord there goes live.
    { code: 'gas', phone: '0800 002 001' },
    { code: 'power', phone: '03457 643 643' },
  ],
}
