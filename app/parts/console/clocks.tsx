import type { Clock } from '../../../rules/clocks.ts'
import { Tag } from './pieces.tsx'
import { sayPromise, sayShort } from './say-time.ts'

const what: Record<Clock['code'], string> = {
  'make-safe': 'Investigate and make safe',
  investigate: 'Investigate, if it is a significant hazard such as damp or mould',
  'write-summary': 'Send the written summary',
  'make-safe-after': 'Make safe',
  repair: 'Repair',
  'acknowledge-complaint': 'Acknowledge the complaint',
  'answer-complaint': 'Answer the complaint at stage 1',
}

const how: Record<Clock['code'], string> = {
  'make-safe': '24 hours',
  investigate: '10 working days',
  'write-summary': '3 working days after the investigation ends',
  'make-safe-after': '5 working days after the investigation ends',
  repair: 'working days by the kind of repair',
  'acknowledge-complaint': '5 working days',
  'answer-complaint': '10 working days after it is acknowledged',
}

const rules: Record<Clock['rule'], string> = {
  'awaabs-law': 'Awaab’s Law, in England: Hazards in Social Housing Regulations 2025',
  'right-to-repair': 'Right to Repair, for secure tenants of a council: 1994 Regulations',
  'complaint-code': 'Complaint Handling Code 6.2 and 6.3',
  practice: 'Usual practice: no such law is known here for this nation',
}

/** How one clock stands: 'in 3 hours', overdue in red, or that nobody can say yet. */
function Due({ clock: { dueAt, isLatest }, now }: { clock: Clock; now: Date }) {
  if (!dueAt) return <Tag colour="grey">Bank holidays are not known that far ahead</Tag>
  const { state, words } = sayPromise(dueAt, now)
  return (
    <>
      {isLatest ? 'at the latest ' : ''}by {sayShort(dueAt)}{' '}
      <Tag colour={state === 'overdue' ? 'red' : state === 'soon' ? 'orange' : 'blue'}>{words}</Tag>
    </>
  )
}

/** Every limit that runs for a contact, with the rule that it rests on. */
export function Clocks({ clocks, now }: { clocks: Clock[]; now: Date }) {
  if (clocks.length === 0) return null
  return (
    <section aria-labelledby="clocks-heading">
      <h2 id="clocks-heading" className="govuk-heading-m">
        Clocks that run
      </h2>
      <p className="govuk-body-s">Counted from receipt: that is when the landlord became aware.</p>
      <ul className="cc-reasons">
        {clocks.map((clock) => (
          <li key={clock.code}>
            <strong>{what[clock.code]}</strong> <Due clock={clock} now={now} />
            <span className="cc-small">
              {how[clock.code]}. {rules[clock.rule]}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A clock that has been past for so long is somebody's history, and no longer shown in lists. */
const forgottenAfterMs = 28 * 86_400_000

/** The next limit of a contact in a list; red when the last one is past. */
export function NextClock({ clocks, now }: { clocks: Clock[]; now: Date }) {
  const known = clocks.filter(({ dueAt }) => dueAt !== null)
  const clock = known.find(({ dueAt }) => dueAt && dueAt >= now) ?? known.at(-1)
  if (!clock?.dueAt || now.getTime() - clock.dueAt.getTime() > forgottenAfterMs) return null
  return (
    <span className="cc-small">
      {what[clock.code]} <Due clock={clock} now={now} />
    </span>
  )
}
