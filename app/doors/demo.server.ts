import { activeColleagues } from '../../db/colleagues.ts'
import { findCustomersBy } from '../../db/customers.ts'
import { noticesOf } from '../../db/notices.ts'
import { listMail, readMail } from '../../post/mailbox.ts'
import { type Asked, notThere } from './console.server.ts'
import { makeHarmless } from './console-harmless.server.ts'

/** There are no demonstration pages in production. */
function demonstrationOf({ context: { house } }: Asked) {
  if (house.settings.mode !== 'demo') throw notThere()
  return house
}

/** The demonstration accounts, each with what it shows. The addresses are the same under every policy. */
const situations = [
  ['weekly@demo.example', 'Email only, one contact a week. Reads Urdu in large print.'],
  ['tuesday@demo.example', 'May contact on Tuesdays from 09:00 to 12:00 only.'],
  ['named@demo.example', 'One named colleague for all contact. Reads Polish.'],
  ['letters@demo.example', 'By letter only: email and phone are closed. An appeal awaits a decision.'],
  [
    'closed@demo.example',
    'One subject is closed: messages about the parking bay are read and recorded, not answered.',
  ],
  ['warned@demo.example', 'A warning, and no restriction.'],
  ['ended@demo.example', 'A restriction that ended yesterday.'],
  ['open@demo.example', 'No restriction at all.'],
] as const

/** Accounts, addresses and the time, for somebody who tries Clearway. */
export async function demonstration(asked: Asked) {
  const house = demonstrationOf(asked)
  const { db } = house.ledger
  const { settings } = house
  const accounts = await Promise.all(
    situations.map(async ([email, situation]) => {
      const [customer] = await findCustomersBy(db, 'email', email)
      const notices = customer ? await noticesOf(db, customer.id) : []
      return {
        ...{ email, situation },
        name: customer?.name ?? null,
        reference: customer?.reference ?? null,
        // The letter that brings a restriction holds the code to sign in with.
        letter: notices.find(({ kind }) => kind === 'restriction') ?? null,
      }
    }),
  )
  const colleagues = await activeColleagues(db)
  return {
    now: house.clock.now(),
    document: house.policy.pack.document.title,
    landlord: house.policy.landlord.name,
    accounts,
    colleagues: colleagues
      .filter(({ email }) => email.endsWith('@landlord.example'))
      .map(({ email, name, role }) => ({ email, name, role })),
    smtp: `${settings.smtpHost}:${settings.smtpPort}`,
    isMailOnDisk: settings.smtpUrl === null,
  }
}

/** Every mail that was written, newest first; of one desk or of customers when that is chosen. */
export async function mailList(asked: Asked) {
  const house = demonstrationOf(asked)
  const folder = new URL(asked.request.url).searchParams.get('folder') ?? ''
  const all = await listMail(house.settings)
  const names = new Map(
    Object.entries(house.policy.landlord.desks).map(([code, { name }]) => [`desk/${code}`, `${name} desk`]),
  )
  for (const { code, name } of house.policy.landlord.colleagues) names.set(`desk/${code}`, name)
  names.set('customer', 'To customers')
  const folders = [...new Set(all.map((line) => line.folder))].sort()
  return {
    folder: folders.includes(folder) ? folder : '',
    folders: folders.map((code) => ({
      code,
      name: names.get(code) ?? code,
      count: all.filter((line) => line.folder === code).length,
    })),
    mail: all
      .filter((line) => !folders.includes(folder) || line.folder === folder)
      .map((line) => ({ ...line, place: names.get(line.folder) ?? line.folder })),
    isOnDisk: house.settings.smtpUrl === null,
  }
}

/** One written mail: its text and headers, and its layout made harmless. The folder is 'customer' or 'desk/<code>'. */
export async function oneMail(asked: Asked) {
  const house = demonstrationOf(asked)
  const [, folder = '', file = ''] = /^(.+)\/([^/]+)$/.exec(asked.params['*'] ?? '') ?? []
  const mail = await readMail(house.settings, folder, file)
  if (!mail) throw notThere()
  const { html, ...rest } = mail
  return { ...rest, html: html ? makeHarmless(html) : null }
}
