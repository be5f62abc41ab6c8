import { createHash } from 'node:crypto'

/** Letters and digits that nobody mixes up when they read them out. */
const plain = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** For example Q-7F3K-92QD. It follows from a random id, so it tells nothing, and asking twice prints the same one. */
export function referenceOf(letter: string, id: string): string {
  const [...bytes] = createHash('sha256').update(id).digest()
  const signs = bytes.slice(0, 8).map((byte) => plain[byte % plain.length])
  return `${letter}-${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}
