import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { partsIn } from '../../db/appeal-parts.ts'
import { removeDraft } from '../../db/drafts.ts'
import { type AppealWords, lodgeAppeal } from '../../db/lodge-appeal.ts'
import { moveUploads, uploadsAbout } from '../../db/uploads.ts'
import { hearerOf } from '../../rules/may-hear.ts'
import { writeAppealReceipt } from '../../words/notices.ts'
import { pathOf } from '../parts/appeal-about.ts'
import { type AppealAnswers, firstOpen, stepBefore } from '../parts/appeal-steps.ts'
import { appealDraftOf, requireSubject, tellAbout } from './appeal-about.server.ts'
import { openDraft } from './appeal-draft.server.ts'
import { requireCustomer } from './sign-in.server.ts'

/** What the answers say, as the appeal keeps them. */
function wordsOf({ ground, account, wish, who, name, reach, late }: AppealAnswers): AppealWords {
  return {
    ground: ground ?? 'other',
    account: account ?? '',
    wish: wish ?? '',
    representative: who === 'other' ? `${name}\n${reach}` : '',
    lateReason: late ?? null,
  }
}

/** The draft whole, or off to the first question that still needs an answer. */
async function requireWhole(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const subject = await requireSubject(house, customer, args.params)
  const { draft, asked } = await openDraft(house, customer, subject)
  const open = firstOpen(asked)
  if (!draft || open) throw redirect(`${pathOf(subject)}${draft ? `/${open}?to=check` : ''}`)
  return { house, customer, subject, draft, asked }
}

/** Once more before it counts (WCAG 3.3.4). */
export async function loadAppealCheck(args: LoaderFunctionArgs) {
  const { house, subject, draft, asked } = await requireWhole(args)
  return {
    about: tellAbout(subject),
    base: pathOf(subject),
    back: `${pathOf(subject)}/${stepBefore('check', asked)}`,
    words: wordsOf(asked.answers),
    hasGrounds: asked.hasGrounds,
    isLate: asked.isLate,
    files: await uploadsAbout(house.ledger.db, draft.id),
  }
}

/** Lodges the appeal. Its files go with it and its draft goes, in the same transaction. */
export async function sendAppeal(args: ActionFunctionArgs) {
  const { house, customer, subject, draft, asked } = await requireWhole(args)
  const { policy, settings, ledger } = house
  const hearer = hearerOf(policy, await partsIn(ledger.db, subject))
  const lodged = await ledger.db.transaction(async (tx) => {
    const lodged = await lodgeAppeal(tx, {
      subject,
      customerId: customer.id,
      words: wordsOf(asked.answers),
      now: house.clock.now(),
      policy,
      writeReceipt: ({ customer, appeal, subject: { kind, reference } }) =>
        writeAppealReceipt({
          language: customer.language,
          customer,
          landlord: policy.landlord,
          publicUrl: settings.publicUrl,
          appeal,
          about: { kind, reference: reference ?? undefined },
          hearer,
        }),
    })
    if ('no' in lodged || !lodged.isNew) return lodged
    await moveUploads(tx, draft.id, lodged.appeal.id)
    await removeDraft(tx, appealDraftOf(customer.id, subject))
    return lodged
  })
  // Its time ran out while it was written: the draft is kept, and asks why it is late.
  if ('no' in lodged) throw redirect(`${pathOf(subject)}/check`)
  return redirect(`/appeal/${lodged.appeal.id}${lodged.isNew ? '/sent' : '?earlier=1'}`)
}
