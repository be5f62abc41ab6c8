import { redirect } from '@remix-run/node'
import { auditAbout, writeAudit } from '../../db/audit.ts'
import { namesOfColleagues } from '../../db/colleagues.ts'
import { decisionOf, getContact, heldContacts, usageOf } from '../../db/contacts.ts'
import { getCustomer } from '../../db/customers.ts'
import type { Tx } from '../../db/ledger.ts'
import { noticesAbout } from '../../db/notices.ts'
import { type Finding, markHeld } from '../../db/readings.ts'
import { restrictionsOf } from '../../db/restrictions.ts'
import { orderOfReading } from '../../rules/triage.ts'
import { getUpload, uploadsAbout } from '../../db/uploads.ts'
import { limitsAt } from '../../rules/usage.ts'
import { alertStory } from './console-alerts.server.ts'
import { type Asked, fieldOf, idOf, notThere, requireColleague } from './console.server.ts'
import { clocksFor } from './console-clocks.server.ts'
import { asDownload, asPlainText, fileOf, showMail } from './console-mail.server.ts'
import { tellReleased } from './console-tell.server.ts'

/** One contact with everything that was decided and said about it. Looking is audited (I12). */
export async function contactPage(asked: Asked) {
  const colleague = await requireColleague(asked, 'read-contacts')
  const { house } = asked.context
  const { db } = house.ledger
  const now = house.clock.now()
  const found = await getContact(db, idOf(asked.params))
  if (!found) throw notThere()
  const { contact, customer, raw } = found
  await writeAudit(db, {
    at: now,
    actor: `colleague:${colleague.id}`,
    action: 'contact viewed',
    aboutId: contact.id,
  })

  const restrictions = contact.customerId ? await restrictionsOf(db, contact.customerId) : []
  const limits = limitsAt(restrictions, contact.receivedAt)
  const used = contact.customerId ? await usageOf(db, contact.customerId, limits) : new Map<string, number>()
  const trail = await auditAbout(db, contact.id)
  const names = await namesOfColleagues(db, [
    ...trail.flatMap(({ actor }) =>
      actor.startsWith('colleague:') ? [actor.slice('colleague:'.length)] : [],
    ),
    ...(contact.settledBy ? [contact.settledBy] : []),
  ])
  const next = contact.state === 'held' ? null : (await heldInOrder(db, now))[0]
  return {
    now,
    done: new URL(asked.request.url).searchParams.get('done'),
    contact,
    customer,
    needs: contact.customerId ? await getCustomer(db, contact.customerId) : null,
    decision: decisionOf(contact),
    named: house.policy.landlord.colleagues.find(({ code }) => code === contact.colleague)?.name ?? null,
    deskName: house.policy.landlord.desks[contact.desk]?.name ?? contact.desk,
    ...((await clocksFor(house, [contact])).get(contact.id) ?? { mark: null, clocks: [] }),
    settledBy: contact.settledBy ? (names.get(contact.settledBy)?.name ?? null) : null,
    mail: raw && !contact.unparsed ? await showMail(raw) : null,
    rawSize: raw?.length ?? null,
    uploads: await uploadsAbout(db, contact.id),
    restrictions: restrictions
      .filter(({ id }) => contact.reasons.some((reason) => reason.restrictionId === id))
      .map(({ id, reference }) => ({ id, reference })),
    usage: limits.map((limit) => ({ ...limit, used: used.get(limit.key) ?? null })),
    notices: await noticesAbout(db, contact.id),
    alerts: await alertStory(house, contact.id, colleague.id),
    trail: trail.map(({ id, at, actor, action }) => ({ id, at, action, who: sayActor(actor, names) })),
    nextHeldId: next?.contact.id ?? null,
  }
}

/** What is held, in the order in which it is read. */
export async function heldInOrder(tx: Tx, now: Date) {
  const held = (await heldContacts(tx)).map(({ contact, customer }) => ({
    contact,
    customer,
    doubt: contact.doubt,
    receivedAt: contact.receivedAt,
    readDueAt: contact.readDueAt ?? contact.receivedAt,
  }))
  return orderOfReading(held, now)
}

/** Who did it, by name where it was a colleague. */
export function sayActor(actor: string, names: ReadonlyMap<string, { name: string }>): string {
  const [kind, id = ''] = actor.split(/:(.*)/s)
  if (kind === 'colleague') return names.get(id)?.name ?? 'A colleague'
  if (kind === 'customer') return 'The customer'
  if (kind === 'system') return `System ${id}`
  return 'Clearway'
}

/** What the buttons under a held contact mean, and what the page says when it is done. */
const findings: Record<string, { finding: Finding; done: string }> = {
  release: { finding: 'release', done: 'released' },
  read: { finding: 'ordinary', done: 'read' },
  urgent: { finding: 'urgent', done: 'urgent' },
  complaint: { finding: 'complaint', done: 'complaint' },
}

/** A colleague says what a held contact is. Of two at once one wins, and both are shown how it ended. */
export async function settleContact(asked: Asked): Promise<Response> {
  const contactId = idOf(asked.params)
  const colleague = await requireColleague(asked, 'release')
  const { house } = asked.context
  const how = fieldOf(await asked.request.formData(), 'how')
  const chosen = Object.hasOwn(findings, how) ? findings[how] : undefined
  if (!chosen) throw notThere()
  const settle = { contactId, colleagueId: colleague.id, now: house.clock.now() }
  const isSettled = await house.ledger.db.transaction(async (tx) => {
    const isDone = await markHeld(tx, settle, chosen.finding)
    if (isDone && chosen.finding !== 'ordinary') await tellReleased(tx, house, contactId)
    return isDone
  })
  return redirect(`/console/contacts/${contactId}?done=${isSettled ? chosen.done : 'already-settled'}`)
}

async function originalOf(asked: Asked, action: string, detail?: Record<string, number>): Promise<Buffer> {
  const contactId = idOf(asked.params)
  const colleague = await requireColleague(asked, 'read-contacts')
  const { house } = asked.context
  const found = await getContact(house.ledger.db, contactId)
  if (!found?.raw) throw notThere()
  const at = house.clock.now()
  await writeAudit(house.ledger.db, {
    at,
    actor: `colleague:${colleague.id}`,
    action,
    aboutId: contactId,
    detail,
  })
  return found.raw
}

/** The message as it arrived, as plain text. */
export async function originalAsText(asked: Asked): Promise<Response> {
  const raw = await originalOf(asked, 'original viewed')
  return new Response(new Uint8Array(raw), { headers: asPlainText })
}

/** One file, only ever to keep: by its place in a mail, or by its id where it came with a form. */
export async function fileToKeep(asked: Asked): Promise<Response> {
  const file = asked.params.file ?? ''
  if (!/^\d{1,4}$/.test(file)) return await uploadToKeep(asked)
  const at = Number(file)
  const raw = await originalOf(asked, 'file downloaded', { file: at })
  const found = await fileOf(raw, at)
  if (!found) throw notThere()
  return new Response(new Uint8Array(found.bytes), { headers: asDownload(found.name) })
}

async function uploadToKeep(asked: Asked): Promise<Response> {
  const contactId = idOf(asked.params)
  const uploadId = idOf(asked.params, 'file')
  const colleague = await requireColleague(asked, 'read-contacts')
  const { house } = asked.context
  const found = await getUpload(house.ledger.db, contactId, uploadId)
  if (!found) throw notThere()
  await writeAudit(house.ledger.db, {
    at: house.clock.now(),
    actor: `colleague:${colleague.id}`,
    action: 'file downloaded',
    aboutId: contactId,
    detail: { upload: uploadId },
  })
  return new Response(new Uint8Array(found.bytes), { headers: asDownload(found.name) })
}
