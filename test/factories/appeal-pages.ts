import { sendAppeal } from '../../app/doors/appeal-check.server.ts'
import { saveAppealStep } from '../../app/doors/appeal-draft.server.ts'
import { type Ask, type Form, sentTo } from './browser.ts'

/** Answers every question on the way, and sends the appeal. Gives the address of the page that comes then. */
export async function lodgeByPages(ask: Ask, path: string, over: Record<string, Form> = {}): Promise<string> {
  const forms: Record<string, Form> = { wish: { wish: '' }, files: {}, who: { who: 'me' }, ...over }
  let next = await sentTo(saveAppealStep(ask(`${path}/account`, { account: 'I was ill.' })))
  for (let turn = 0; turn < 8 && !next.endsWith('/check'); turn += 1) {
    const step = next.split('/').at(-1) ?? ''
    next = await sentTo(saveAppealStep(ask(next, forms[step])))
  }
  return await sentTo(sendAppeal(ask(next, {})))
}
