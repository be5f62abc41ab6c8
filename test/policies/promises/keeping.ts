import { expect, test } from 'vitest'
import { policyInForce } from '../../../app/doors/console-policy.server.ts'
import { calendarOf } from '../../../rules/bank-holidays.ts'
import type { MarkerProposal } from '../../../rules/may-mark.ts'
import { mayMark } from '../../../rules/may-mark.ts'
import { type Contact, decide } from '../../../rules/decide.ts'
import { lastDayToAppeal, type NoticeSent } from '../../../rules/may-appeal.ts'
import type { Colleague, RestrictionProposal, WarningProposal } from '../../../rules/case.ts'
import { mayHear } from '../../../rules/may-hear.ts'
import { mayRestrict } from '../../../rules/may-restrict.ts'
import { mayReview, type ReviewProposal } from '../../../rules/may-review.ts'
import { mayWarn } from '../../../rules/may-warn.ts'
import { partsToTell } from '../../../rules/notice-told.ts'
import type { Measure } from '../../../rules/restriction.ts'
import { sayMeasure } from '../../../words/explain.ts'
import { writeRestrictionNotice } from '../../../words/notices.ts'
import { type Key, speak } from '../../../words/speak.ts'
import { rules } from '../../rules/answers.ts'
import {
  allAssessments,
  anIncident,
  aProposal,
  aWarningProposal,
  now,
  theAuthoriser,
} from '../../rules/case-factories.ts'
import { aContact, aRestriction, usageAt } from '../../rules/factories.ts'
import { demonstrationPolicy, landlordFile } from '../demonstration-landlord.ts'

/**
 * The promises of one document, each a test whose name starts with its clause. `thatIsAll` closes the list: it fails for
 * a clause that Clearway enforces or shows and that no test has named, and for a clause that is not in the document.
 */
export function promisesOf(key: string) {
  const policy = demonstrationPolicy(key)
  const { pack } = policy
  const named = new Set<string>()

  /** What is on the console’s page, and on the customers’ page, under that clause. */
  const shown = (clause: string): string => {
    const page = policyInForce(policy, '2026-11-24')
    const rows = [
      ...page.parts.flatMap(({ said }) => said.map(({ text, clause: under }) => [under, text])),
      ...page.document.said.map(({ name, value, clause: under }) => [under, `${name} ${value}`]),
      ...pack.explanation.map((row) => [
        row.clause,
        'key' in row ? speak('en', `explanation.${row.key}.you` as Key) : row.you,
      ]),
    ]
    return rows.flatMap(([under, text]) => (under === clause ? [text] : [])).join('\n')
  }

  return {
    policy,
    pack,
    shown,
    keeps: (clause: string, says: string, check: () => void) => {
      named.add(clause)
      test(`${clause}: ${says}`, check)
    },
    /** A clause that colleagues or customers read, in words that fit. */
    shows: (clause: string, says: string, words: RegExp) => {
      named.add(clause)
      test(`${clause}: ${says}`, () => expect(shown(clause)).toMatch(words))
    },
    thatIsAll: () => {
      test('every clause that Clearway enforces or shows has a promise here, and none is invented', () => {
        const wanted = pack.clauses.filter(({ handling }) => handling === 'enforces' || handling === 'shows')
        const all = pack.clauses.map(({ clause }) => clause)
        expect(wanted.map(({ clause }) => clause).filter((clause) => !named.has(clause))).toEqual([])
        expect([...named].filter((clause) => !all.includes(clause))).toEqual([])
      })
    },

    /** What stands in the way of a restriction that is whole but for this: [code, whose rule], or 'yes'. */
    restrict: (over: Partial<RestrictionProposal> = {}) =>
      rules(mayRestrict(aProposal(policy, over), policy, now)),
    warn: (over: Partial<WarningProposal> = {}) =>
      rules(mayWarn(aWarningProposal(policy, over), policy, now)),
    mark: (over: Partial<MarkerProposal> = {}) =>
      rules(
        mayMark(
          {
            by: theAuthoriser(policy),
            reason: 'He threatened a colleague at the door.',
            evidence: [anIncident()],
            reviewOn: '2026-12-24',
            reviewDateTold: true,
            visibleTo: ['manager'],
            ...over,
          },
          policy,
          now,
        ),
      ),
    review: (over: Partial<ReviewProposal> = {}) =>
      rules(
        mayReview(
          {
            restriction: aRestriction([{ code: 'channels', open: ['email'], clause: 'listed' }]),
            by: theAuthoriser(policy),
            outcome: 'keep',
            reason: 'Three more days of shouting in November.',
            earlierReasons: ['Shouting in October.'],
            evidence: [anIncident()],
            lastDecidedOn: '2026-10-20',
            after: null,
            nextReviewOn: '2027-01-05',
            isTold: true,
            ...over,
          },
          policy,
          now,
        ),
      ),
    hear: (role: Colleague['role'], didDecide = false) => {
      const hearer = { id: 'noor', role }
      const parts = didDecide ? [{ colleague: hearer, part: 'decision' as const }] : []
      return rules(mayHear(hearer, parts, policy))
    },
    /** The assessments of a whole proposal without that one. */
    without: (code: string) => ({
      assessments: allAssessments(policy).filter((each) => each.code !== code),
    }),
    /** What becomes of a contact under one measure, on a Tuesday at ten, as the `count`th of its span. */
    outcome: (measure: Measure, contact: Partial<Contact> = {}, count = 1) => {
      const restrictions = [aRestriction([measure])]
      return decide(aContact(contact), restrictions, usageAt(restrictions, now, count), now)
    },
    /** The letter for a restriction with these measures. */
    letter: (measures: Measure[]) => {
      const landlord = landlordFile(key)
      return writeRestrictionNotice({
        language: 'en',
        customer: { name: 'Amina Hussain', reference: 'C-10421' },
        landlord,
        publicUrl: 'https://contact.example',
        restriction: {
          reference: 'R-2041',
          measures,
          reason: 'Colleagues could not work.',
          evidence: [{ on: '2026-11-10', what: 'Eleven calls before noon.' }],
          startsAt: new Date('2026-12-01T00:00:00Z'),
          endsAt: new Date('2027-03-01T00:00:00Z'),
          reviewOn: '2027-01-01',
        },
        decidedBy: { name: 'Maria Lopez', role: theAuthoriser(policy).role },
        document: pack.document.title,
        reviewRule: policy.reviewEveryMonths,
        warned: { on: '2026-11-02' },
        openRoutes: [{ channel: 'email', opensAt: null, windows: [] }],
        appealUntilOn: null,
        hearer: {
          role: policy.appealHearerRole.value,
          title: pack.appeal.hearer === 'silent' ? null : pack.appeal.hearer.says.title,
        },
        signIn: { code: 'ABCD-EFGH', untilOn: '2026-12-31' },
        mustTell: partsToTell(policy, measures, false),
      }).body
    },
    sayMeasure: (measure: Measure) => sayMeasure('en', measure).text,
    lastDayToAppeal: (notice: NoticeSent, startsAt: Date) =>
      lastDayToAppeal(
        {
          subject: { kind: 'restriction', startsAt, stopsAt: null },
          notice,
          calendar: calendarOf(policy.landlord.nation),
        },
        policy.appealWindowDays.value,
      ),
    codesOf: (items: 'silent' | 'any' | readonly { code: string }[]) =>
      typeof items === 'string' ? [] : items.map(({ code }) => code),
  }
}
