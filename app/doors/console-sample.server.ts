import { redirect } from '@remix-run/node'
import { writeAudit } from '../../db/audit.ts'
import { getContact } from '../../db/contacts.ts'
import type { Mark } from '../../db/readings.ts'
import { markSample, samplesFor } from '../../db/samples.ts'
import { type Asked, fieldOf, idOf, notThere, requireColleague } from './console.server.ts'
import { tellReleased } from './console-tell.server.ts'

/**
 * The next drawn contact for this colleague, who did not read it first. The page shows its words and nothing of what
 * was found in it or by whom: the second reading is blind.
 */
export async function samplePage(asked: Asked) {
  const colleague = await requireColleague(asked, 'release')
  const { house } = asked.context
  const { db } = house.ledger
  const waiting = await samplesFor(db, colleague.id)
  const [next] = waiting
  const found = next ? await getContact(db, next.contactId) : null
  if (next && found) {
    await writeAudit(db, {
      at: house.clock.now(),
      actor: `colleague:${colleague.id}`,
      action: 'sample viewed',
      aboutId: next.id,
    })
  }
  return {
    done: new URL(asked.request.url).searchParams.get('done'),
    waiting: waiting.length,
    sampleADay: house.policy.landlord.sampleADay,
    sample:
      next && found
        ? {
            id: next.id,
            channel: found.contact.channel,
            receivedAt: found.contact.receivedAt,
            subject: found.contact.subject,
            body: found.contact.body,
            fileNames: found.contact.fileNames,
          }
        : null,
  }
}

const marks: readonly Mark[] = ['urgent', 'complaint', 'ordinary']

/** The second reading of one drawn contact. What is not ordinary goes to its desk, and its customer is told. */
export async function markSampled(asked: Asked): Promise<Response> {
  const colleague = await requireColleague(asked, 'release')
  const { house } = asked.context
  const form = await asked.request.formData()
  const sampleId = idOf({ id: fieldOf(form, 'sample') })
  const mark = marks.find((each) => each === fieldOf(form, 'mark'))
  if (!mark) throw notThere()
  const now = house.clock.now()
  const marked = await house.ledger.db.transaction(async (tx) => {
    const done = await markSample(tx, { sampleId, colleagueId: colleague.id, mark, now })
    if (done?.isReleased) await tellReleased(tx, house, done.contactId)
    return done
  })
  return redirect(`/console/sample?done=${marked ? mark : 'already-read'}`)
}
