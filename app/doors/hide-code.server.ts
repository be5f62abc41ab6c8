import type { Notice } from '../../db/notices.ts'

/** The code of a letter, as `db` makes them: letters and digits that nobody mixes up, so that no year looks like one. */
const letterCode = /(?<![A-Z0-9-])[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}(?![A-Z0-9-])/g

const kindsWithCode = new Set<Notice['kind']>(['restriction', 'extension', 'review'])

/** The notice as sent, without the code to sign in that a letter brings: whoever reads it here could be somebody else later. */
export function hideCode(notice: Notice): Notice & { isCodeHidden: boolean } {
  const body = kindsWithCode.has(notice.kind) ? notice.body.replace(letterCode, '••••-••••') : notice.body
  return { ...notice, body, isCodeHidden: body !== notice.body }
}
