import type { Landlord } from '../policies/landlord.ts'
import { standInFor } from '../rules/named-colleague.ts'

/** Where one desk or named colleague reads: a folder when mail is written as files, an address when it is sent. */
export type Destination = { folder: string; name: string; address: string }

/** Only these characters become part of a path: a code can never climb out of its folder. */
function folderOf(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9-]/g, '-')
}

/**
 * The mailbox behind a desk code, the code of a named colleague or the address of a person on duty. `on` is a London day: on a day that the colleague
 * is away their cover reads, so that the one open way never closes (I2). A code nobody knows goes to the contact desk.
 */
export function findDestination(landlord: Landlord, code: string, on: string | null): Destination {
  if (Object.hasOwn(landlord.desks, code)) {
    const desk = landlord.desks[code]
    if (desk) return { folder: folderOf(code), name: desk.name, address: desk.address }
  }
  const colleague = landlord.colleagues.find((each) => each.code === code)
  if (colleague) {
    const reads = (on === null ? null : standInFor(colleague, on)) ?? colleague
    return { folder: folderOf(code), name: reads.name, address: reads.address }
  }
  const onDuty = landlord.alerts.chain.find(({ mail }) => mail === code)
  if (onDuty) return { folder: folderOf(code.split('@')[0] ?? ''), name: onDuty.name, address: onDuty.mail }
  const contact = landlord.desks.contact
  if (!contact) throw new Error('the landlord has no contact desk')
  return { folder: 'contact', name: contact.name, address: contact.address }
}
