import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { ContactRow } from '../../db/contacts.ts'
import { raiseContact } from '../../db/held.ts'
import { findByRaiseCode, raiseCodeOf } from '../../db/raise-code.ts'
import { secretOf } from './cookies.server.ts'

/** The contact that the link in its acknowledgement names. The link is the proof: nobody has to sign in for it. */
async function contactOfLink({ params, context: { house } }: LoaderFunctionArgs): Promise<ContactRow> {
  const found = await findByRaiseCode(house.ledger.db, secretOf(house), params.code ?? '')
  if (!found) throw new Response(null, { status: 404 })
  return found
}

/** Looking changes nothing: mail programs open links by themselves. Nothing is shown of what was written. */
export async function loadCannotWait(args: LoaderFunctionArgs) {
  const { id, channel, receivedAt, readDueAt, state, raisedAt } = await contactOfLink(args)
  return { id, channel, receivedAt, readDueAt, became: raisedAt ? ('raised' as const) : state }
}

/** Sends it through, once. Whoever presses later sees what became of it. */
export async function sendThrough(args: ActionFunctionArgs) {
  const { house } = args.context
  const { id } = await contactOfLink(args)
  const now = house.clock.now()
  await house.ledger.db.transaction((tx) => raiseContact(tx, { contactId: id, by: 'link', now }))
  return redirect(`/cannot-wait/${raiseCodeOf(secretOf(house), id)}`)
}
