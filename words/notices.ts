import { compose, type Letterhead, type Notice, sayIn } from './letter.ts'

export { writeAppealOutcome, writeAppealQuestion, writeAppealReceipt } from './appeal-notice.ts'
export { writeDangerReceipt } from './danger-receipt.ts'
export { writeEndNotice, writeLiftNotice } from './end-notice.ts'
export { writeHeldDigest, writeHeldNotice, writeReleasedNotice } from './held-notice.ts'
export { writeRequestAnswer, writeRequestReceipt } from './request-notice.ts'
export { writeExtensionNotice, writeRestrictionNotice, writeReviewNotice } from './restriction-notice.ts'
export { writeWarningNotice } from './warning-notice.ts'

/** The mail with a one-time code. It holds no link, so that nobody learns to follow links in such mails. */
export function writeSignInCode(facts: Letterhead & { code: string; minutes: number }): Notice {
  const { language, code, minutes } = facts
  const say = sayIn(language)
  return compose(say, facts, say('notice.code.subject'), [
    [say('notice.code.code'), code],
    [say('notice.code.works', { minutes })],
    [say('notice.code.ignore')],
  ])
}
