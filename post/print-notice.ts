import type { Logger as Log } from 'pino'
import type { Customer } from '../db/customers.ts'
import type { Notice } from '../db/notices.ts'
import type { House } from '../house.ts'
import { compose, messageIdOf } from './compose.ts'
import { findDestination } from './destination.ts'
import { type Letter, largePoints } from './lay-out.ts'
import { LetterNotDrawn, writeLetter } from './letter.ts'
import { writeNoticePage } from './notice-page.ts'

/**
 * Hands the letter to the desk that prints: a PDF with the postal address on it, in the customer's letter size. A letter
 * that cannot be drawn goes as a web page to print, and the desk is told: it is never left out.
 */
export async function printNotice(
  house: House,
  notice: Notice,
  customer: Customer,
  on: string,
  log?: Log,
): Promise<void> {
  const { landlord } = house.policy
  const envelope = [customer.name, ...customer.address]
  const letter = drawLetter({ notice, customer, landlord, envelope })
  const isDrawn = 'pdf' in letter
  if (!isDrawn) log?.error({ noticeId: notice.id, fault: letter.fault }, 'a letter goes without its PDF')
  const message = await compose({
    messageId: messageIdOf(notice.id, landlord.mail.from),
    from: { name: landlord.name, address: landlord.mail.from },
    to: findDestination(landlord, 'records', on),
    subject: `Letter to print${isDrawn ? '' : ', WITHOUT ITS PDF'}: ${notice.subject}`,
    date: notice.writtenAt,
    text: [
      ...(isDrawn ? howToPrint(notice) : howToDoWithout(letter.fault)),
      `It goes to ${customer.reference}. Letter size: ${notice.printPoints} point. Language: ${notice.language}.`,
      ...needsOf(customer),
      '',
      ...envelope,
      '',
      notice.subject,
      '',
      notice.body,
    ].join('\n'),
    attachments: [
      isDrawn
        ? { filename: 'letter.pdf', content: letter.pdf, contentType: 'application/pdf' }
        : {
            filename: 'letter.html',
            content: writeNoticePage({ ...notice, address: envelope }),
            contentType: 'text/html; charset=utf-8',
          },
    ],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
  await house.mail.toDesk('records', message, on)
}

/** A fault of the press may pass, so it is tried twice; a character that no font has stays one. */
function drawLetter(letter: Letter): { pdf: Buffer } | { fault: string } {
  let fault = 'unknown'
  for (let tries = 0; tries < 2 && fault !== 'no-shape'; tries++) {
    try {
      return { pdf: writeLetter(letter) }
    } catch (err) {
      fault = err instanceof LetterNotDrawn ? err.code : 'unknown'
    }
  }
  return { fault }
}

function howToPrint({ printPoints }: Notice): string[] {
  return [
    'Please print letter.pdf, which comes with this, on A4 at its own size (100 %), and post it.',
    printPoints >= largePoints
      ? 'Its first sheet has only the address on it: put it where the window of the envelope is.'
      : 'The address on its first page shows in the window of the envelope.',
  ]
}

function howToDoWithout(fault: string): string[] {
  const why = fault === 'no-shape' ? 'it has a character that our fonts do not have' : 'of a fault'
  return [
    `The PDF of this letter could not be made, because ${why}. Please print letter.html, which comes with this, and post it.`,
    'Look at it first: every word must be there. And please tell whoever looks after Clearway.',
  ]
}

/** What whoever prints has to know of the one who reads. */
function needsOf({ formats, address }: Customer): string[] {
  return [
    ...(formats.length > 0 ? [`This customer also needs it in another format: ${formats.join(', ')}.`] : []),
    ...(address.length > 0
      ? []
      : ['WE HAVE NO POSTAL ADDRESS for this customer. Find it before you post this.']),
  ]
}
