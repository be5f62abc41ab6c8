import type { Landlord } from '../policies/landlord.ts'

type Named = Landlord['colleagues'][number]

/** Whoever answers for a named colleague on a London day that they are away, or null: they answer themselves (I2). */
export function standInFor({ away, cover }: Named, on: string): Named['cover'] | null {
  return away.some(({ fromOn, toOn }) => fromOn <= on && on <= toOn) ? cover : null
}
