import { readFileSync } from 'node:fs'
import { findPack } from '../../policies/index.ts'
import { type Landlord, parseLandlord } from '../../policies/landlord.ts'
import type { OnwardContact } from '../../post/onward.ts'

const file = new URL('../../policies/landlords/amplius.json', import.meta.url)

/** The Amplius demonstration landlord, with its first colleague away on some days. */
export function aLandlord(away: { fromOn: string; toOn: string }[] = []): Landlord {
  const pack = findPack('amplius')
  if (!pack) throw new Error('there is no Amplius pack')
  const json = JSON.parse(readFileSync(file, 'utf8'))
  json.colleagues[0].away = away
  return parseLandlord(json, pack)
}

/** A contact within its limits, by mail unless `over` says otherwise. */
export function aContact(over: Partial<OnwardContact> = {}): OnwardContact {
  return {
    id: '0b0f5c1e-7a51-4b9e-8a57-1f6a1c0d9e11',
    channel: 'email',
    sender: 'known',
    lane: 'ordinary',
    counted: true,
    reasons: [{ code: 'within-limits' }],
    fromAddress: 'weekly@demo.example',
    subject: 'The bins',
    body: 'When are they emptied?',
    fileNames: [],
    unparsed: false,
    receivedAt: new Date('2026-11-24T10:00:00Z'),
    raw: aMail(),
    ...over,
  }
}

/** A mail with CRLF line ends; `header` are more lines of its header. */
export function aMail(header: string[] = [], body = 'When are they emptied?'): Buffer {
  const lines = [
    'From: weekly@demo.example',
    ...header,
    'To: contact@landlord.example',
    'Subject: The bins',
    '',
    body,
    '',
  ]
  return Buffer.from(lines.join('\r\n'), 'latin1')
}
