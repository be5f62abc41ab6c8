import { data, redirect } from '@remix-run/node'
import { askQuestion, type Refused } from '../../db/appeal-messages.ts'
import { ruleOnAppeal, type Ruling } from '../../db/rule-appeal.ts'
import { type Asked, fieldOf, idOf, notThere, requireColleague } from './console.server.ts'
import { writeOutcomeFor, writeQuestionFor } from './console-appeal-tell.server.ts'

/** Longest question and longest reasons, in characters. */
const longestText = 10_000

const rulings: readonly string[] = ['upheld', 'partly', 'not-upheld'] satisfies Ruling[]

/** A question to the customer, or the ruling. Both tests of I8 are asked again, in the transaction. */
export async function actOnAppeal(asked: Asked) {
  const appealId = idOf(asked.params)
  const colleague = await requireColleague(asked, 'read-customers')
  const { house } = asked.context
  const form = await asked.request.formData()
  const [intent, text, ruling] = ['intent', 'text', 'ruling'].map((name) => fieldOf(form, name).trim())
  const typed = { intent: intent ?? '', text: text ?? '', ruling: ruling ?? '' }
  const fault = faultOf(typed)
  if (fault) return data({ ...typed, ...fault }, { status: 400 })
  const act = { appealId, colleague, now: house.clock.now(), policy: house.policy }
  const { db } = house.ledger
  const done =
    intent === 'ask'
      ? await askQuestion(db, {
          ...act,
          id: idOf({ id: fieldOf(form, 'key') }),
          text: typed.text,
          writeQuestion: writeQuestionFor(house, colleague, typed.text),
        })
      : await ruleOnAppeal(db, {
          ...act,
          ruling: typed.ruling as Ruling,
          reasons: typed.text,
          writeOutcome: writeOutcomeFor(house, colleague),
        })
  return redirect(`/console/appeals/${appealId}?done=${'no' in done ? settledOrThrow(done) : intent}`)
}

function settledOrThrow({ no }: Refused): string {
  if (no === 'decided') return 'decided-already'
  if (no === 'not-there') throw notThere()
  throw new Response(null, { status: 403, statusText: 'Forbidden' })
}

type Fault = { field: 'question' | 'ruling' | 'reasons'; fault: string }

function faultOf({ intent, text, ruling }: { intent: string; text: string; ruling: string }): Fault | null {
  if (intent !== 'ask' && intent !== 'rule') throw notThere()
  const field = intent === 'ask' ? 'question' : 'reasons'
  if (intent === 'rule' && !rulings.includes(ruling))
    return { field: 'ruling', fault: 'Choose what you decide' }
  if (text === '')
    return { field, fault: intent === 'ask' ? 'Write your question' : 'Write why you decide so' }
  return text.length > longestText ? { field, fault: `Write ${longestText} characters or fewer` } : null
}
