import { randomUUID } from 'node:crypto'
import { type NewContact, recordContact } from '../../db/contacts.ts'
import { openLedger, type Tx } from '../../db/ledger.ts'
import { storeNotice } from '../../db/notices.ts'
import { type House, loadPolicy } from '../../house.ts'
import { openMailOut } from '../../post/mail-out.ts'
import { parseSettings } from '../../settings.ts'

export const now = new Date('2026-11-24T10:00:00Z')

/** A house that sends to `smtpUrl`, with a clock that stands still. `env` are more settings. */
export async function openPostHouse(
  databaseUrl: string,
  smtpUrl: string,
  env: Record<string, string | undefined> = {},
): Promise<House> {
  const settings = parseSettings({ ...env, DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl })
  const policy = await loadPolicy(settings)
  return {
    settings,
    policy,
    clock: { now: () => now },
    ledger: openLedger(databaseUrl, 4),
    mail: openMailOut({ smtpUrl, dataDir: settings.dataDir, landlord: policy.landlord }),
  }
}

export async function closePostHouse(house: House): Promise<void> {
  house.mail.close()
  await house.ledger.close()
}

const mail = Buffer.from(
  'From: a@demo.example\r\nSubject: The bins\r\nMessage-ID: <1@demo.example>\r\n\r\nWords.\r\n',
)

/** Records a contact that passes to the contact desk, with the job that delivers it. */
export async function aPassedContact(tx: Tx, over: Partial<NewContact> = {}, raw: Buffer | null = mail) {
  const contact = await tx.transaction((inner) =>
    recordContact(
      inner,
      {
        key: randomUUID(),
        channel: 'email',
        sender: 'unknown',
        fromAddress: 'a@demo.example',
        subject: 'The bins',
        body: 'Words.',
        receivedAt: now,
        outcome: 'deliver',
        lane: 'ordinary',
        counted: false,
        desk: 'contact',
        reasons: [{ code: 'sender-unknown' }],
        openRoutes: [],
        state: 'delivering',
        ...over,
      },
      raw,
    ),
  )
  if (!contact) throw new Error('the contact was not recorded')
  return contact
}

/** Keeps a notice and the job that sends it. */
export async function aStoredNotice(
  tx: Tx,
  customerId: string,
  over: Partial<Parameters<typeof storeNotice>[1]> = {},
) {
  const id = await tx.transaction((inner) =>
    storeNotice(inner, {
      customerId,
      kind: 'held-contact',
      aboutId: randomUUID(),
      by: 'email',
      language: 'ur',
      printPoints: 18,
      subject: 'We kept your message',
      body: 'It is safe.\n\nSomebody reads it tomorrow.',
      pack: 'amplius',
      writtenAt: now,
      ...over,
    }),
  )
  if (!id) throw new Error('the notice was not stored')
  return id
}
