import { data, redirect } from '@remix-run/node'
import { auditAbout, writeAudit } from '../../db/audit.ts'
import { answerRequest, getRequest, listRequests } from '../../db/requests.ts'
import { getUpload, uploadsAbout } from '../../db/uploads.ts'
import type { House } from '../../house.ts'
import { type ConsoleAction, mayAct } from '../../rules/may-release.ts'
import { isLate, type RequestKind } from '../../rules/request-due.ts'
import { writeRequestAnswer } from '../../words/notices.ts'
import { direction } from '../../words/speak.ts'
import { type Asked, fieldOf, idOf, notThere, requireColleague } from './console.server.ts'
import { asDownload } from './console-mail.server.ts'

type Listed = Awaited<ReturnType<typeof listRequests>>[number]

/** What a list shows of one request: never its words. */
function inShort({ request, customer }: Listed, now: Date) {
  const { id, reference, kind, lodgedAt, dueOn, answeredAt } = request
  return {
    id,
    reference,
    kind,
    lodgedAt,
    dueOn,
    answeredAt,
    customer,
    isLate: !answeredAt && isLate(dueOn, now),
  }
}

/** What customers asked for: due first, and loud when late. */
export async function requestList(asked: Asked) {
  await requireColleague(asked, 'answer-requests')
  const { clock, ledger } = asked.context.house
  const now = clock.now()
  const [open, answered] = [
    await listRequests(ledger.db, 'open'),
    await listRequests(ledger.db, 'answered', 30),
  ]
  return {
    open: open.map((each) => inShort(each, now)),
    answered: answered.map((each) => inShort(each, now)),
  }
}

function actionFor(kind: RequestKind): ConsoleAction {
  return kind === 'way' ? 'answer-way' : 'answer-requests'
}

async function requireRequest(house: House, asked: Asked) {
  const found = await getRequest(house.ledger.db, idOf(asked.params))
  if (!found) throw notThere()
  return found
}

/** One request with all that an answer rests on. Looking is audited (I12). */
export async function requestPage(asked: Asked) {
  const colleague = await requireColleague(asked, 'answer-requests')
  const { house } = asked.context
  const { db } = house.ledger
  const now = house.clock.now()
  const { request, customer, answeredBy } = await requireRequest(house, asked)
  const by = `colleague:${colleague.id}`
  await writeAudit(db, { at: now, actor: by, action: 'request viewed', aboutId: request.id })
  return {
    request,
    customer,
    answeredBy,
    isLate: !request.answeredAt && isLate(request.dueOn, now),
    isOpen: !request.answeredAt && !request.consentEndedAt,
    wasRead: (await auditAbout(db, request.id)).some(({ action }) => action === 'answer read'),
    files: await uploadsAbout(db, request.id),
    direction: direction(customer.language),
    mayAnswer: mayAct(colleague.role, actionFor(request.kind), house.policy.authoriserRoles),
    done: new URL(asked.request.url).searchParams.get('done'),
  }
}

/** Longest answer, in characters. */
const longest = 20_000

function faultOf(answer: string): string | null {
  if (answer === '') return 'Write the answer'
  return answer.length > longest ? `Write ${longest.toLocaleString('en-GB')} characters or fewer` : null
}

/** Answers a request: the customer is told in the same transaction, in their language and size, their chosen way. */
export async function answerPage(asked: Asked) {
  const { house } = asked.context
  await requireColleague(asked, 'answer-requests')
  const { request } = await requireRequest(house, asked)
  const colleague = await requireColleague(asked, actionFor(request.kind))
  const answer = fieldOf(await asked.request.formData(), 'answer')
    .replace(/\r\n?/g, '\n')
    .trim()
  const fault = faultOf(answer)
  if (fault) return data({ answer, fault }, { status: 400 })
  const { policy, settings, clock, ledger } = house
  const done = await answerRequest(ledger.db, {
    id: request.id,
    colleagueId: colleague.id,
    answer,
    now: clock.now(),
    pack: policy.pack.key,
    writeAnswer: ({ customer, request: answered }) =>
      writeRequestAnswer({
        language: customer.language,
        customer,
        landlord: policy.landlord,
        publicUrl: settings.publicUrl,
        request: answered,
        answer,
        answeredBy: colleague,
      }),
  })
  return redirect(`/console/requests/${request.id}?done=${done}`)
}

/** A file that came with a request, only ever to keep. */
export async function requestFile(asked: Asked): Promise<Response> {
  const colleague = await requireColleague(asked, 'answer-requests')
  const { ledger, clock } = asked.context.house
  const [aboutId, id] = [idOf(asked.params), idOf(asked.params, 'file')]
  const file = (await getRequest(ledger.db, aboutId)) && (await getUpload(ledger.db, aboutId, id))
  if (!file) throw notThere()
  await writeAudit(ledger.db, {
    at: clock.now(),
    actor: `colleague:${colleague.id}`,
    action: 'request file downloaded',
    aboutId,
  })
  return new Response(new Uint8Array(file.bytes), { headers: asDownload(file.name) })
}
