import type { Clock } from '../../../rules/clocks.ts'
import type { RepairKind } from '../../../rules/right-to-repair.ts'
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

const kinds: Record<RepairKind, string> = {
  'roof-leak': 'a leaking roof',
  'door-entry': 'a door entry phone',
  'extractor-fan': 'an extractor fan',
  'sink-blocked': 'a blocked sink, bath or basin',
  'tap-stuck': 'a tap that cannot be turned',
  'banister-loose': 'a loose banister or handrail',
  'floor-rotten': 'a rotten floor or stair',
  'power-part': 'electricity lost in part',
  'water-part': 'water lost in part',
  'unsafe-socket': 'an unsafe socket, switch or light',
  'power-lost': 'no electricity',
  'water-lost': 'no water',
  'gas-lost': 'no gas',
  'flue-blocked': 'a blocked flue',
  'foul-drain': 'a drain or a toilet',
  'water-leak': 'a leak from a pipe, a tank or a cistern',
  'not-secure': 'an outside door, window or lock',
  'heating-lost': 'heating or hot water',
}

const how: Record<Exclude<Clock['code'], 'repair'>, string> = {
  'make-safe': '24 hours',
  investigate: '10 working days',
  'write-summary': '3 working days after the investigation ends',
  'make-safe-after': '5 working days after the investigation ends',
  'acknowledge-complaint': '5 working days',
  'answer-complaint': '10 working days after it is acknowledged',
}

function sayHow({ code, kind }: Clock): string {
  if (code === 'repair') return `By its words: ${kind ? kinds[kind] : 'a repair'}`
  return how[code]
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
              {sayHow(clock)}. {rules[clock.rule]}.
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
