import { desc, eq, inArray } from 'drizzle-orm'
import { appealsOf } from './appeals.ts'
import { contactsOf } from './contacts.ts'
import { identifiersOf } from './customers.ts'
import type { Tx } from './ledger.ts'
import { noticesOf } from './notices.ts'
import { requestsOf } from './requests.ts'
import { restrictionsOf, warningsOf } from './restrictions.ts'
import { appealMessages } from './tables/appeals.ts'
import { audit } from './tables/audit.ts'
import { markers } from './tables/markers.ts'
import { colleagues } from './tables/people.ts'
import { uploads } from './tables/requests.ts'

/** More than anybody has: a copy leaves nothing out. */
const all = 1_000_000

/**
 * Everything that the ledger keeps about one customer, as rows. It is all read in one snapshot, so that what refers to
 * something is never without it. Who may be shown what is for the door to say.
 */
export async function everythingAbout(tx: Tx, customerId: string) {
  return await tx.transaction(
    async (inner) => {
      const appeals = await appealsOf(inner, customerId)
      const contacts = await contactsOf(inner, customerId, all)
      const notices = await noticesOf(inner, customerId)
      const requests = await requestsOf(inner, customerId)
      const restrictions = await restrictionsOf(inner, customerId)
      const warnings = (await warningsOf(inner, customerId)).map(({ warning }) => warning)
      const marked = await inner
        .select()
        .from(markers)
        .where(eq(markers.customerId, customerId))
        .orderBy(desc(markers.placedAt))
      const things = [appeals, contacts, notices, requests, restrictions, warnings, marked].flat()
      const ids = [customerId, ...things.map(({ id }) => id)]
      return {
        identifiers: await identifiersOf(inner, customerId),
        ...{ appeals, contacts, notices, requests, restrictions, warnings, markers: marked },
        appealMessages:
          appeals.length === 0
            ? []
            : await inner
                .select()
                .from(appealMessages)
                .where(
                  inArray(
                    appealMessages.appealId,
                    appeals.map(({ id }) => id),
                  ),
                )
                .orderBy(appealMessages.writtenAt),
        files: await inner
          .select({ aboutId: uploads.aboutId, name: uploads.name, uploadedAt: uploads.uploadedAt })
          .from(uploads)
          .where(eq(uploads.customerId, customerId)),
        trail: await inner.select().from(audit).where(inArray(audit.aboutId, ids)).orderBy(desc(audit.id)),
        colleagues: await inner
          .select({ id: colleagues.id, name: colleagues.name, role: colleagues.role })
          .from(colleagues),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

export type Everything = Awaited<ReturnType<typeof everythingAbout>>
