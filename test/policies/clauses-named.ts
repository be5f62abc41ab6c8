import type { Pack } from '../../policies/pack.ts'

/** Every clause that a value of the pack rests on, the pack's own list of clauses left out. */
export function clausesNamedIn(pack: Pack): string[] {
  const found: string[] = []
  const look = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      if (name === 'clause' || name === 'between') found.push(value)
    } else if (Array.isArray(value)) {
      for (const item of value) look(item, name)
    } else if (value && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) look(item, key)
    }
  }
  look({ ...pack, clauses: [] }, '')
  return found
}
