import { redirect } from '@remix-run/node'
import { auditAbout, writeAudit } from '../../db/audit.ts'
import { namesOfColleagues } from '../../db/colleagues.ts'
import { decisionOf, getContact, heldContacts, markRead, releaseContact, usageOf } from '../../db/contacts.ts'
import { getCustomer } from '../../db/customers.ts'
import { noticesAbout } from '../../db/notices.ts'
import { restrictionsOf } from '../../db/restrictions.ts'
import { limitsAt } from '../../rules/usage.ts'
import { alertStory } from './console-alerts.server.ts'
import { type Asked, idOf, notThere, requireColleague } from './console.server.ts'
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
  const next = contact.state === 'held' ? null : (await heldContacts(db))[0]
  return {
    now,
    done: new URL(asked.request.url).searchParams.get('done'),
    contact,
    customer,
    needs: contact.customerId ? await getCustomer(db, contact.customerId) : null,
    decision: decisionOf(contact),
    named: house.policy.landlord.colleagues.find(({ code }) => code === contact.colleague)?.name ?? null,
    deskName: house.policy.landlord.desks[contact.desk]?.name ?? contact.desk,
    settledBy: contact.settledBy ? (names.get(contact.settledBy)?.name ?? null) : null,
    mail: raw && !contact.unparsed ? await showMail(raw) : null,
    rawSize: raw?.length ?? null,
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

/** Who did it, by name where it was a colleague. */
export function sayActor(actor: string, names: ReadonlyMap<string, { name: string }>): string {
  const [kind, id = ''] = actor.split(/:(.*)/s)
  if (kind === 'colleague') return names.get(id)?.name ?? 'A colleague'
  if (kind === 'customer') return 'The customer'
  if (kind === 'system') return `System ${id}`
  return 'Clearway'
}

/** Releases a held contact, or records that it was read. Of two colleagues at once one wins and both are shown how it ended. */
export async function settleContact(asked: Asked): Promise<Response> {
  const contactId = idOf(asked.params)
  const colleague = await requireColleague(asked, 'release')
  const { house } = asked.context
  const how = (await asked.request.formData()).get('how')
  if (how !== 'release' && how !== 'read') throw notThere()
  const settle = { contactId, colleagueId: colleague.id, now: house.clock.now() }
  const result = await house.ledger.db.transaction(async (tx) => {
    if (how === 'read') return await markRead(tx, settle)
    const released = await releaseContact(tx, settle)
    if (released === 'released') await tellReleased(tx, house, contactId)
    return released
  })
  return redirect(`/console/contacts/${contactId}?done=${result}`)
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

/** One attached file, only ever to keep. */
export async function fileToKeep(asked: Asked): Promise<Response> {
  const at = Number(asked.params.file ?? '')
  if (!Number.isInteger(at) || at < 0) throw notThere()
  const raw = await originalOf(asked, 'file downloaded', { file: at })
  const file = await fileOf(raw, at)
  if (!file) throw notThere()
  return new Response(new Uint8Array(file.bytes), { headers: asDownload(file.name) })
}
